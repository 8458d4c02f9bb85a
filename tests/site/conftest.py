"""A project of several articles that holds one of everything, built once, its site too; plants are made in copies."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.building.run import build
from generator.settings import read_settings
from generator.site import database
from generator.site.proof import made_again
from tests.conftest import once

SCAFFOLD = Path(__file__).parent.parent.parent / "generator" / "scaffold"
ARTICLES = {
    "bridge": (
        "Bridge closed after storm\n\nMayor Ann Field closed the Lakewood bridge in Portsmouth on Monday after a storm killed 14 people "
        "on 3 May 2019.\n\n“We will not open it before June,” said Ann Field, who leads the city council.\n\nThe repairs will cost "
        "2.5 million dollars, engineer Robert Okoro of Harbour Works said. He expects 300 workers to begin on 20 May 2019.\n",
        "published: 2019-05-07\npublisher: The Harbour Observer\nauthor: Jane Roe\nurl: https://example.org/bridge\n",
    ),
    "storm": (
        "Storm kills 14 in Portsmouth\n\nA storm killed 14 people in Portsmouth on 3 May 2019, police said.\n\nPolice chief Maria Lind "
        "said that the river had risen by 4 metres. “Nobody saw it coming,” Lind told reporters on Saturday.\n\nAnn Field, the mayor, "
        "thanked the rescuers. The government in London sent 200 soldiers on 4 May 2019.\n",
        "published: 2019-05-05\npublisher: Coast Weekly\n",
    ),
    "council": (
        "Council votes on bridge\n\nThe city council of Portsmouth voted on 14 May 2019 to pay Harbour Works "
        "2.5 million dollars.\n\n“We will "
        "not open it before June,” Field repeated. Robert Okoro said the work would take ten weeks.\n\nJun Sato, an opposition "
        "councillor, called the plan “a waste of money”. The council did not vote on the port.\n",
        "published: 2019-05-15\npublisher: The Harbour Observer\nnote: checked\n",
    ),
    "workers": (
        "Workers arrive\n\nHarbour Works sent 300 workers to Portsmouth on 20 May 2019.\n\n“They are late,” said Jun Sato. Maria Lind "
        "said on Tuesday that police would close two roads until 30 June 2019.\n\nSpain offered 5 million euros. Ann Field will "
        "meet ministers in Madrid on 3 June 2019.\n",
        "published: 2019-05-22\ncorrections:\n- person: Jun Sato\n  note: The minutes say so.\n  corrected: 2019-06-20\n",
    ),
    "opening": (
        "Bridge opens\n\nThe Lakewood bridge in Portsmouth opened on 12 July 2019, Ann Field said.\n\n“It is safe,” Robert Okoro told the "
        "Harbour Observer. Some 4,000 people crossed it on 13 July 2019.\n\nJun Sato denied that he had opposed the repairs.\n",
        "published: 2019-07-14\n",
    ),
    "copy": (
        "Bridge opens\n\nThe Lakewood bridge in Portsmouth opened on 12 July 2019, Ann Field said.\n\n“It is safe,” Robert Okoro told the "
        "Harbour Observer. Some 4,000 people crossed it on 13 July 2019.\n\nJun Sato denied that he had opposed the repairs.\n",
        "published: 2019-07-14\n",
    ),
}


@pytest.fixture(scope="session")
def briefed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, with `docs/` and `site/`."""

    def make(project: Path) -> None:
        (project / "seeds").mkdir()
        for name, (text, sidecar) in ARTICLES.items():
            (project / "seeds" / f"{name}.txt").write_text(text, "utf-8")
            (project / "seeds" / f"{name}.yml").write_text(sidecar.replace("note: checked\n", ""), "utf-8")
        for name in ("mkdocs.yml", "briefing.yml"):
            shutil.copy(SCAFFOLD / name, project / name)
        with (project / "briefing.yml").open("a", encoding="utf-8") as settings:
            settings.write("report: desk@example.org\n")
        build(project, jobs=1)
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=project, check=True, capture_output=True)
        database.write(project / "site")

    return once(tmp_path_factory, "briefed", make)


@pytest.fixture(scope="session")
def expected(briefed: Path) -> dict[str, bytes]:
    """What the project's `docs/` must hold."""
    found, problems = made_again(briefed, read_settings(briefed))
    assert problems == []
    return found
