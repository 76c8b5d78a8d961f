"""How an instance of the workbench is set up: settings, addresses, database, data folder."""
