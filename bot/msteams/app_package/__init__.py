"""The app as Teams installs it: its manifest, its icons, and the file that holds them."""
