"""What makes a release and tries it: Pythons and versions, ways to install, files to publish.

Each module is run by `make` in an environment of its own, `.venv-release`.
"""
