"""Everything that needs Qt. Screens are handed their library, calculators and printer; they fetch nothing."""
