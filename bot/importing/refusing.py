"""A document that cannot be imported, and why, in a sentence that says what to do."""


class CannotImport(Exception):  # noqa: N818 (a reason given to a person, not an error name)
    """Raised where nothing can be written; the message says why and what to do next."""
