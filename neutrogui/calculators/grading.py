"""Severity schemes as scales of half-open bands, in cells/µL. A count is graded as it is, never rounded first."""

from decimal import Decimal

from neutrogui.domain.calculator import Band, Scale

CONVENTIONAL = Scale(
    key="conventional",
    name="Conventional severity",
    bands=(
        Band("profound", "Profound (severe, below 100)", Decimal(0), Decimal(100)),
        Band("severe", "Severe", Decimal(100), Decimal(500)),
        Band("moderate", "Moderate", Decimal(500), Decimal(1000)),
        Band("mild", "Mild", Decimal(1000), Decimal(1500)),
        Band("none", "No neutropenia by this scale", Decimal(1500), None),
    ),
    source=(
        "Boxer LA. Hematology Am Soc Hematol Educ Program 2012:174-182, doi:10.1182/asheducation.V2012.1.174.3798251"
    ),
)
"""Mild, moderate and severe as most texts have them; profound (below 100/µL) is a part of severe.

Texts leave open to which side 500, 1,000 and 1,500 belong: here a band begins at its lower bound, so that 500 is
moderate, 1,000 mild, and 1,500 no longer neutropenia.
"""
