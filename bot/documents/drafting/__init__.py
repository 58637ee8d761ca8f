"""Makes the Word templates that ship: `python -m bot.documents.drafting`, once after a change here."""
