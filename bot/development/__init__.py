"""What to do next: opportunities, the Personal Development Plan, the progression dossier."""
