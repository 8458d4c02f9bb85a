"""How newspapers shorten states and provinces after a town: "Fresno, Calif.", "Surrey, B.C."."""

from __future__ import annotations

# AP style: what each state of the United States is shortened to, by its postal code
STATES = dict(
    pair.split("=")
    for pair in (
        "Ala.=AL Ariz.=AZ Ark.=AR Calif.=CA Colo.=CO Conn.=CT Del.=DE Fla.=FL Ga.=GA Ill.=IL Ind.=IN Kan.=KS Ky.=KY La.=LA Md.=MD "
        "Mass.=MA Mich.=MI Minn.=MN Miss.=MS Mo.=MO Mont.=MT Neb.=NE Nev.=NV N.H.=NH N.J.=NJ N.M.=NM N.Y.=NY N.C.=NC N.D.=ND "
        "Okla.=OK Ore.=OR Pa.=PA R.I.=RI S.C.=SC S.D.=SD Tenn.=TN Tex.=TX Vt.=VT Va.=VA Wash.=WA W.Va.=WV Wis.=WI Wyo.=WY D.C.=DC"
    ).split()
)
# never shortened but in addresses
UNSHORTENED = ("AK", "HI", "IA", "ID", "ME", "OH", "UT", "TX")
PROVINCES = {
    "B.C.": "british columbia",
    "N.L.": "newfoundland and labrador",
    "Alta.": "alberta",
    "Sask.": "saskatchewan",
    "Man.": "manitoba",
    "Ont.": "ontario",
    "Que.": "quebec",
    "N.B.": "new brunswick",
    "N.S.": "nova scotia",
    "P.E.I.": "prince edward island",
    "N.W.T.": "northwest territories",
}
SHORTENED = frozenset({*STATES, *PROVINCES})
