"""More nouns that name an event as such, by what the news is about."""

from __future__ import annotations

EVENT_NOUNS = frozenset(
    # crimes and courts: "charged with arson"
    "arson blaze inferno heist looting vandalism assault rape beating shootout standoff manhunt chase pursuit rampage spree crackdown "
    "extradition indictment arraignment plea testimony appeal lawsuit petition settlement injunction parole bail imprisonment hanging "
    "beheading violation piracy smuggling trafficking bribery extortion perjury hacking cyberattack sabotage espionage jailbreak breakout "
    "slaughter bloodbath infanticide homicide manslaughter "
    # accidents and nature: "the derailment", "an aftershock"
    "derailment sinking shipwreck capsizing pileup wreck spill outage blackout stampede avalanche mudslide cyclone typhoon blizzard "
    "hailstorm aftershock temblor tremor poisoning contamination meltdown disappearance destruction devastation "
    # firms: "the buyout", "a product's rollout"
    "hire hiring rehiring layoff buyout recall rollout unveiling relaunch restructuring overhaul flotation divestiture offer counteroffer "
    "partnership alliance collaboration swap investment stoppage walkout dispatch delivery shipment "
    # politics and war: "his ouster", "the airstrike"
    "ouster impeachment reshuffle veto endorsement pledge apology warning threat ultimatum recount runoff mobilization mobilisation "
    "pullout surrender capture liberation annexation airstrike bombardment shelling counteroffensive skirmish firefight reelection "
    "selection choice replacement succession coronation enthronement "
    # sports and stage: "the knockout", "a rematch"
    "knockout bout contest rematch upset trade signing suspension performance appearance screening broadcast engagement breakup split "
    "reunion pregnancy gig stint "
    # travel, health, science and mourning: "her hospitalization", "the liftoff"
    "exit entry stay voyage crossing pilgrimage migration liftoff docking flyby spacewalk mission expedition hospitalization rehab "
    "hospitalisation relapse infection quarantine vigil memorial tribute burial cremation procession mourning "
    "warming patrol capture placement transfer".split()
)
