"""Pairs of sentences of two papers of one day: which differ in what they tell, which agree, which tell of other things.

Written before the rules were; `differ` pairs that the rules do not find are in MISSED.
"""

from __future__ import annotations

DIFFER = (
    (
        "sum",
        "A judge ordered Pellworth Chemicals to pay $4.2 million to the families of Dunmore.",
        "Pellworth Chemicals must pay the families of Dunmore $5.1 million, a judge ruled.",
    ),
    (
        "sum",
        "The city of Arlenburg spent 3 million euros on the new bridge over the Sarn.",
        "The new bridge over the Sarn cost the city of Arlenburg 7 million euros.",
    ),
    (
        "sum",
        "Carlisle Motors set aside £40 million to cover the recall of its vans.",
        "The recall of its vans will cost Carlisle Motors £65 million, the company said.",
    ),
    (
        "toll",
        "Nine people were killed when a ferry capsized off Port Maren on Tuesday.",
        "Eleven people died when the ferry capsized off Port Maren on Tuesday.",
    ),
    (
        "toll",
        "The explosion at the Brackwell refinery injured 34 workers.",
        "Twenty-six workers were hurt in the explosion at the Brackwell refinery.",
    ),
    (
        "toll",
        "At least 60 people were arrested at the protest in Velmar on Saturday.",
        "Police said they had arrested 38 people at the protest in Velmar on Saturday.",
    ),
    (
        "count",
        "The ferry was carrying 84 passengers when it struck a rock near Port Maren.",
        "There were 97 passengers aboard the ferry when it struck a rock near Port Maren.",
    ),
    (
        "count",
        "The telescope found 219 new planet candidates, the agency said on Monday.",
        "The agency said on Monday that the telescope had found 197 new planet candidates.",
    ),
    (
        "count",
        "The lawsuit accuses Tavra of copying seven patents held by Norling.",
        "Norling says that Tavra copied nine of its patents.",
    ),
    (
        "count",
        "Fire crews sent twelve engines to the warehouse in Easton Street.",
        "Eight engines were sent to the warehouse in Easton Street, the fire service said.",
    ),
    (
        "count",
        "The thief fired six shots at the guard outside the bank in Lorne.",
        "The guard outside the bank in Lorne said that the thief had fired four shots.",
    ),
    (
        "count",
        "The museum of Tarn returned 45 bronzes to Nigeria on Friday.",
        "On Friday the museum of Tarn gave 52 bronzes back to Nigeria.",
    ),
    (
        "magnitude",
        "An earthquake of magnitude 7.1 struck the island of Sorrel on Sunday.",
        "The earthquake that struck the island of Sorrel on Sunday had a magnitude of 7.4.",
    ),
    (
        "size",
        "The asteroid, about 20 metres wide, passed close to the Earth on Monday.",
        "The asteroid that passed close to the Earth on Monday was 35 metres across.",
    ),
    (
        "distance",
        "The boat sank 12 miles off the coast of Tannis.",
        "The boat went down 20 miles from the coast of Tannis, the coastguard said.",
    ),
    (
        "distance",
        "The hikers were found 3 km from the village of Brissac.",
        "Rescuers found the hikers 8 km from the village of Brissac.",
    ),
    (
        "speed",
        "The train was travelling at 110 km/h when it left the rails near Ostrava.",
        "The train left the rails near Ostrava at a speed of 145 km/h, investigators said.",
    ),
    (
        "speed",
        "Winds of 90 mph tore roofs off houses in Kingsmere.",
        "In Kingsmere, winds of 115 mph tore the roofs off houses.",
    ),
    (
        "duration",
        "Rescuers needed four hours to free the boy from the well in Alcora.",
        "It took rescuers seven hours to free the boy from the well in Alcora.",
    ),
    (
        "duration",
        "The flight from Lagos was delayed for 90 minutes by a drone.",
        "A drone delayed the flight from Lagos for three hours.",
    ),
    (
        "duration",
        "The mayor of Tilden was sentenced to six years in prison for taking bribes.",
        "For taking bribes the mayor of Tilden was sentenced to eight years in prison.",
    ),
    (
        "percentage",
        "Shares in Lumex fell 8 per cent on Thursday after the recall.",
        "Lumex shares fell 11% on Thursday after the recall.",
    ),
    (
        "percentage",
        "Unemployment in Galdria rose to 6.4 percent in May.",
        "In May, unemployment in Galdria rose to 6.9 percent.",
    ),
    (
        "percentage",
        "Some 54 percent of voters backed the new airport in the referendum in Marl.",
        "The new airport was backed by 61 percent of voters in the referendum in Marl.",
    ),
    (
        "price",
        "The Orbit phone will cost $699 when it goes on sale in June.",
        "When it goes on sale in June, the Orbit phone will cost $749.",
    ),
    ("price", "Tickets for the Stellan concert cost 85 euros.", "Fans paid 110 euros for tickets for the Stellan concert."),
    (
        "version",
        "The flaw was mended in Quill 4.2, which was released on Tuesday.",
        "The flaw was mended in Quill 4.3, which was released on Tuesday.",
    ),
    (
        "age",
        "Marta Ilves, 43, was rescued from the river on Monday.",
        "Marta Ilves, 47, was rescued from the river on Monday.",
    ),
    (
        "age",
        "A three-year-old boy fell into the enclosure at the Dresda zoo.",
        "The boy who fell into the enclosure at the Dresda zoo was four years old.",
    ),
    (
        "clock",
        "The first shots were heard at 5:52 a.m. at the market in Hollin.",
        "Shots were first heard at about 7 a.m. at the market in Hollin.",
    ),
    ("clock", "The rocket lifted off at 3.45 p.m. from Cape Orlan.", "The rocket lifted off from Cape Orlan at 4.20 p.m."),
    (
        "day",
        "The company discovered the breach on 29 July, it said.",
        "The company said that it had discovered the breach on 2 August.",
    ),
    ("year", "The gorilla came to the Dresda zoo in 2014.", "The gorilla came to the Dresda zoo in 2015."),
)
AGREE = (
    (
        "sum",
        "The brewery Halden agreed to buy its rival Osterby for nearly $4bn on Monday.",
        "Halden will pay $3.97 billion for Osterby, the brewery said on Monday.",
    ),
    (
        "sum",
        "The bridge over the Sarn cost about 7 million euros.",
        "The city paid 7.1 million euros for the bridge over the Sarn.",
    ),
    (
        "sum",
        "A judge ordered Pellworth to pay more than $5 million to the families of Dunmore.",
        "Pellworth must pay the families of Dunmore $5.3 million, a judge ruled.",
    ),
    (
        "toll",
        "Eleven people were killed when a ferry capsized off Port Maren on Tuesday.",
        "The ferry that capsized off Port Maren on Tuesday killed 11 people.",
    ),
    (
        "toll",
        "Dozens of workers were hurt in the explosion at the Brackwell refinery.",
        "The explosion at the Brackwell refinery injured 34 workers.",
    ),
    (
        "toll",
        "At least 36 people were arrested at the protest in Velmar on Saturday.",
        "Police said they had arrested 38 people at the protest in Velmar on Saturday.",
    ),
    (
        "count",
        "The ferry was carrying more than 80 passengers when it struck a rock near Port Maren.",
        "There were 84 passengers aboard the ferry when it struck a rock near Port Maren.",
    ),
    (
        "count",
        "The telescope found over 200 planet candidates, the agency said on Monday.",
        "The agency said on Monday that the telescope had found 219 new planet candidates.",
    ),
    (
        "magnitude",
        "A 7.1-magnitude earthquake struck the island of Sorrel on Sunday.",
        "The earthquake that struck the island of Sorrel on Sunday had a magnitude of 7.1.",
    ),
    (
        "size",
        "The asteroid, about 20 metres wide, passed close to the Earth on Monday.",
        "The asteroid that passed close to the Earth on Monday was 65 feet across.",
    ),
    (
        "distance",
        "The boat sank 12 miles off the coast of Tannis.",
        "The boat went down some 20 km from the coast of Tannis, the coastguard said.",
    ),
    (
        "speed",
        "The train was travelling at 145 km/h when it left the rails near Ostrava.",
        "The train left the rails near Ostrava at a speed of 90 mph, investigators said.",
    ),
    (
        "duration",
        "Rescuers needed almost seven hours to free the boy from the well in Alcora.",
        "It took rescuers seven hours to free the boy from the well in Alcora.",
    ),
    (
        "duration",
        "The flight from Lagos was delayed for 90 minutes by a drone.",
        "A drone delayed the flight from Lagos for an hour and a half.",
    ),
    (
        "percentage",
        "Shares in Lumex fell nearly 8 per cent on Thursday after the recall.",
        "Lumex shares fell 7.8% on Thursday after the recall.",
    ),
    (
        "percentage",
        "Half of the voters backed the new airport in the referendum in Marl.",
        "The new airport was backed by 50 percent of voters in the referendum in Marl.",
    ),
    (
        "price",
        "The Orbit phone will cost $699 when it goes on sale in June.",
        "When it goes on sale in June, the Orbit phone will cost just under $700.",
    ),
    (
        "clock",
        "The first shots were heard at 5:52 p.m. at the market in Hollin.",
        "Shots were first heard at about 6pm at the market in Hollin.",
    ),
    (
        "age",
        "Marta Ilves, 43, was rescued from the river on Monday.",
        "The 43-year-old Marta Ilves was rescued from the river on Monday.",
    ),
    (
        "place",
        "The minister was arrested in Lyon, France, on Wednesday.",
        "The minister was arrested in France on Wednesday.",
    ),
)
OTHER = (
    (
        "toll",
        "Nine people were killed when a ferry capsized off Port Maren on Tuesday.",
        "Eleven people were rescued when a ferry capsized off Port Maren on Tuesday.",
    ),
    (
        "toll",
        "Four people died in the fire at the Alba hotel on Sunday.",
        "Three of the four people who died in the fire at the Alba hotel on Sunday were guests.",
    ),
    (
        "toll",
        "Nine people died when a bus overturned near Salto on Monday.",
        "Two people died when a lorry hit a wall near Salto in 2019.",
    ),
    ("sum", "Halden agreed to buy Osterby for $121 million on Monday.", "Halden reported a loss of $130 million on Monday."),
    (
        "sum",
        "The city spent 3 million euros on the new bridge over the Sarn.",
        "The city spent 7 million euros on the new school in Sarn.",
    ),
    (
        "sum",
        "Pellworth must pay $4.2 million to the families of Dunmore.",
        "Pellworth has already paid $1.3 million to its own lawyers over Dunmore.",
    ),
    (
        "count",
        "The ferry was carrying 84 passengers when it struck a rock near Port Maren.",
        "The ferry can carry 120 passengers and was built in Port Maren.",
    ),
    (
        "count",
        "The telescope found 219 new planet candidates, the agency said on Monday.",
        "Ten of the new planet candidates found by the telescope are the size of the Earth.",
    ),
    (
        "count",
        "The lawsuit accuses Tavra of copying seven patents held by Norling.",
        "Norling holds 340 patents and sued Tavra last year.",
    ),
    (
        "percentage",
        "Shares in Lumex fell 8 per cent on Thursday after the recall.",
        "Shares in Lumex have fallen 22 per cent since January.",
    ),
    (
        "percentage",
        "Unemployment in Galdria rose to 6.4 percent in May.",
        "Unemployment in Galdria was 5.9 percent in April.",
    ),
    (
        "price",
        "The Orbit phone will cost $699 when it goes on sale in June.",
        "The larger Orbit phone will cost $899 when it goes on sale in June.",
    ),
    ("distance", "The boat sank 12 miles off the coast of Tannis.", "Wreckage of the boat was found 40 miles from Tannis."),
    (
        "speed",
        "Winds of 90 mph tore roofs off houses in Kingsmere.",
        "Gusts reached 60 mph in Dunholm, and trains were cancelled in Kingsmere.",
    ),
    (
        "duration",
        "Rescuers needed four hours to free the boy from the well in Alcora.",
        "The boy had been in the well in Alcora for nine hours before anybody heard him.",
    ),
    (
        "age",
        "Marta Ilves, 43, was rescued from the river on Monday.",
        "Her son Jon Ilves, 12, was rescued from the river on Monday.",
    ),
    ("clock", "The rocket lifted off at 3.45 p.m. from Cape Orlan.", "The rocket landed at 4.20 p.m. at Cape Orlan."),
    (
        "day",
        "The company discovered the breach on 29 July, it said.",
        "The company told the public of the breach on 7 September.",
    ),
    ("place", "The minister was arrested in Lyon on Wednesday.", "The minister was born in Marseille and studied in Paris."),
    (
        "count",
        "Fire crews sent twelve engines to the warehouse in Easton Street.",
        "Two engines were still at the warehouse in Easton Street on Thursday.",
    ),
)
# the parse, a pronoun or an event that is not known as one keeps these from being found
MISSED = (
    (
        "sum",
        "Thieves stole jewels worth $12 million from the Hotel Corvina in Trieste.",
        "The jewels taken from the Hotel Corvina in Trieste were worth $9 million, police said.",
    ),
    (
        "sum",
        "The brewery Halden agreed to buy its rival Osterby for $121 million on Monday.",
        "Halden will pay $130 million for Osterby, the brewery said on Monday.",
    ),
    (
        "span",
        "She met the director two weeks before filming began in Rome.",
        "She met the director four weeks before filming began in Rome.",
    ),
    ("place", "The minister was arrested in Lyon on Wednesday.", "The minister was arrested in Marseille on Wednesday."),
    (
        "who",
        "The attack on the barracks at Tamir was claimed by the Red Dawn.",
        "The attack on the barracks at Tamir was claimed by the Free Hills Army.",
    ),
    (
        "happened",
        "The school in Norby was closed on Monday after the threat.",
        "The school in Norby was not closed on Monday after the threat.",
    ),
)
