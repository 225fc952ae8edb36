"""What a clinician would recognise: plain records and rules. Standard library only; knows no other layer."""
