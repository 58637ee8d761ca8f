"""What the doctor finds, with real servers in Microsoft's place."""
