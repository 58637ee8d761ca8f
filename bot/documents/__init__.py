"""What a person takes away: Word and Excel."""
