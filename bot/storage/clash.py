"""What is raised when somebody else saved a record first."""


class Clash(Exception):  # noqa: N818 (what happened, not an error name)
    """The record changed since it was read: read it again and run the turn on the new one."""
