"""Django's commands, where the workbench does one another way."""
