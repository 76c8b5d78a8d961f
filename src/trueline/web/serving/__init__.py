"""Running an instance: serving it, its first run, its demonstration, its checks and backups."""
