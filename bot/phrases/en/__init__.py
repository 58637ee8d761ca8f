"""The sentences in English, a file per dialog."""
