"""Rules on lines that say what the law provides."""
