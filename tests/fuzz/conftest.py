"""On request every test goes through as many rounds as it takes."""

import pytest
from fuzzing import ROUNDS

if ROUNDS > 1:

    @pytest.fixture(autouse=True, scope="session", params=range(ROUNDS))
    def _round(request: pytest.FixtureRequest) -> int:
        return int(request.param)
