"""How the pair model of claims is trained."""
