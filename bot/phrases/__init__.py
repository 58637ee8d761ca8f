"""Every sentence the assistant says."""
