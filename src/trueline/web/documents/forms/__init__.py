"""Forms about whole documents."""
