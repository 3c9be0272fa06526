### Wording in Dutch. The same keys, in the same order, stand in en.ftl and in src/text/keys/.


## common: words used everywhere

app-name = Beschermd
yes = ja
no = nee
unknown = onbekend
established-unknown = vastgesteld onbekend
none = geen
withheld = mag de afzender niet geven
unsupported = kan de afzender niet geven
no-information = geen informatie
not-filled-in = niet ingevuld
optional = mag leeg blijven
required = verplicht
ok = goed
cancel = annuleren
close = sluiten
save = opslaan
saved = opgeslagen
saved-at = opgeslagen { $time }
saving = bezig met opslaan
not-saved = nog niet opgeslagen
draft-saved-at = concept bewaard { $time }
open = openen
back = terug
next = verder
delete = verwijderen
change = wijzigen
add = toevoegen
choose = kiezen
search = zoeken
help = hulp
more = meer
others = en nog { $count }
one-of-many = { $at } van { $count }
nothing-here = Hier staat nog niets.
working = bezig
progress = { $done } van { $count }
stopped-by-you = Gestopt op uw verzoek. Wat klaar was, is bewaard.
children =
    { $count ->
        [one] 1 kind
       *[other] { $count } kinderen
    }
children-short =
    { $count ->
        [one] 1 kind
       *[other] { $count } kind.
    }
persons =
    { $count ->
        [one] 1 persoon
       *[other] { $count } personen
    }
reports =
    { $count ->
        [one] 1 melding
       *[other] { $count } meldingen
    }
cases =
    { $count ->
        [one] 1 zaak
       *[other] { $count } zaken
    }
files =
    { $count ->
        [one] 1 bestand
       *[other] { $count } bestanden
    }
facts =
    { $count ->
        [one] 1 feit
       *[other] { $count } feiten
    }
unborn = ongeboren
unborn-child = ongeboren kind
expected = verwacht { $date }
born = geboren { $date }
years-old = { $count } jaar
sex-male = man
sex-female = vrouw
sex-other = onbekend of anders
unknown-person = Onbekende persoon
hidden-characters = bevat verborgen tekens
hidden-characters-what = Deze tekst bevat tekens die u niet hoort te zien. Ze staan er als zichtbaar teken. Het origineel is bewaard.
text-cut = De tekst is langer dan hier past. Het origineel is helemaal bewaard.
synthetic = verzonnen gegevens


## units: days, hours and dates

days-left =
    { $count ->
        [one] nog 1 dag
       *[other] nog { $count } dagen
    }
days-left-short = nog { $count } d
days-overdue =
    { $count ->
        [one] 1 dag te laat
       *[other] { $count } dagen te laat
    }
days-overdue-short = -{ $count } d
due-today = vandaag
overdue = te laat
time-left-days-hours = nog { $days } d { $hours } u
time-left-hours-minutes = nog { $hours } u { $minutes } min
time-left-minutes = nog { $minutes } min
time-over-days-hours = -{ $days } d { $hours } u
time-over-hours-minutes = -{ $hours } u { $minutes } min
day-of-term = dag { $at } van { $count }
due-by = uiterlijk { $day }
received-on = ontvangen { $day }
today = vandaag
yesterday = gisteren
tomorrow = morgen
hours =
    { $count ->
        [one] 1 uur
       *[other] { $count } uur
    }
minutes =
    { $count ->
        [one] 1 minuut
       *[other] { $count } minuten
    }
day-count =
    { $count ->
        [one] 1 dag
       *[other] { $count } dagen
    }
weekday-names-short = ma di wo do vr za zo
weekday-names-long = maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
month-names-short = jan feb mrt apr mei jun jul aug sep okt nov dec
month-names-long = januari februari maart april mei juni juli augustus september oktober november december
typed-today = vandaag vd nu
typed-yesterday = gisteren gister gi
typed-day-before-yesterday = eergisteren
typed-tomorrow = morgen mo
typed-day-after-tomorrow = overmorgen
typed-unknown = ? onbekend
date-hint = 10-10, 10-10-2026, vandaag, gisteren of +5d
time-hint = 1432 of 14:32
birth-date-hint = 12-03-2015, of alleen 03-2015 of 2015


## why: the deadline explained day by day

why-day-of-receipt = dag van ontvangst, telt niet mee
why-counts = telt mee
why-saturday = zaterdag
why-sunday = zondag
why-new-year = nieuwjaarsdag
why-good-friday = Goede Vrijdag
why-easter-sunday = eerste paasdag
why-easter-monday = tweede paasdag
why-kings-day = Koningsdag
why-queens-day = Koninginnedag
why-liberation-day = Bevrijdingsdag
why-ascension = Hemelvaartsdag
why-whit-sunday = eerste pinksterdag
why-whit-monday = tweede pinksterdag
why-christmas-1 = eerste kerstdag
why-christmas-2 = tweede kerstdag
why-decreed = bij besluit gelijkgesteld met een feestdag
why-end-moved = einde van de termijn schuift naar deze dag
why-needs-two-ordinary-days = termijn moet minstens twee gewone dagen hebben
why-not-a-working-day = geen werkdag
why-due = laatste dag van de termijn
why-ordinary-day = gewone dag
clock-statutory = wettelijke klok (kalenderdagen, met de Algemene termijnenwet)
clock-working = werkdagen
clock-statutory-short = wettelijk
clock-working-short = werkdagen
clock-hours = uren
term-triage = triage: 5 dagen
term-investigation = onderzoek: 10 weken
term-inform = betrokkenen informeren: 4 weken
term-extension = uitstel: 2 weken
term-acute = acuut: 24 uur
deadline-answer = De termijn loopt tot en met { $day }.
deadline-heading-day = Dag
deadline-heading-counts = Telt mee
deadline-heading-why = Waarom
deadline-policy = Berekend met regels { $policy }.
deadline-year-unknown = Voor { $year } zijn de aangewezen dagen niet bekend. De uitkomst kan later vallen dan hier staat.


## states: the state of a case, its flags and the tracks

state-advice = advies
state-received = ontvangen
state-triage = triage
state-investigation = onderzoek
state-follow-up = vervolg inzetten
state-handover-offered = overdracht aangeboden
state-local-voluntary = lokaal, vrijwillig
state-local-pressure = lokaal, drang
state-protection-table = beschermingstafel
state-request-submitted = VTO ingediend
state-board-investigation = onderzoek door de Raad
state-petition = rekest bij de rechter
state-provisional-order = voorlopige OTS
state-supervision-order = OTS
state-guardianship = voogdij
state-closed = afgesloten
acute = acuut
acute-sign = ACUUT
urgency-acute = acuut: nu handelen
urgency-24-hours = binnen 24 uur
urgency-5-days = binnen 5 dagen
urgency-undecided = nog niet bepaald
track-voluntary = vrijwillig
track-pressure = drang
track-compulsion = dwang
overseer = zicht op veiligheid
overseer-is = Zicht op veiligheid: { $who }
overseer-none = Niemand heeft zicht op veiligheid. Wijs nu iemand aan.
assigned-to = toegewezen aan { $who }
not-assigned = nog niet toegewezen
follow-up-report = vervolgmelding
re-report = hermelding
dispute = twee lezingen
disputes =
    { $count ->
        [one] 1 verschil dat iemand moet beslissen
       *[other] { $count } verschillen die iemand moet beslissen
    }
dispute-stricter-used = De strengste lezing telt tot iemand beslist.
linked-to = gekoppeld aan { $number }
link-suggested = lijkt op { $number }: bekijk of het hetzelfde kind is
draft = concept
draft-open = er ligt een concept
unknown-fact = feit van een nieuwere versie; bewaard en doorgegeven


## roles: staff and their work

role-intake = aanname en triage
role-investigator = onderzoeker
role-coordinator = casusregisseur
role-behavioural-expert = gedragswetenschapper
role-physician = vertrouwensarts
role-team-lead = teamleider
role-pressure-worker = drangmedewerker
role-supervising-officer = gezinsvoogd
role-administrator = beheerder
role-reader = meelezer
role-unknown = rol onbekend


## errors: what happened, what was kept safe, what to do

error-disk-full = De schijf is vol. Er is niets verloren: alles wat als opgeslagen stond, is er, en uw concept is bewaard. Maak ruimte vrij en sla opnieuw op.
error-disk-full-draft-too = De schijf is vol. Uw laatste wijziging en het concept staan alleen nog op dit scherm. Laat dit scherm open, maak ruimte vrij en sla opnieuw op.
error-write = Schrijven naar de schijf lukt niet. Deze wijziging is niet opgeslagen; eerder opgeslagen werk is veilig en uw concept is bewaard. Probeer het opnieuw of roep de beheerder.
error-read = Lezen van de schijf lukt niet. Er is niets gewijzigd. Roep de beheerder en meld: { $what }.
error-database-damaged = De werkdatabase was beschadigd en is opzijgezet. Alle feiten staan nog in het logboek; de database wordt daaruit opnieuw opgebouwd. U hoeft niets te doen.
error-feed-damaged = Het logboek op schijf was beschadigd en is opzijgezet. De feiten worden hersteld uit de werkdatabase. U hoeft niets te doen.
error-both-damaged = Een deel van de gegevens is in beide kopieën beschadigd: { $what }. De rest is veilig. Zet een reservekopie terug of haal de feiten bij een andere werkplek.
error-keyring-damaged = De sleutelbos is beschadigd. De tweede kopie wordt gebruikt. Maak vandaag een reservekopie.
error-wrong-owner = De map met gegevens hoort niet bij deze gebruiker: { $path }. Er is niets geopend. Laat de beheerder de eigenaar herstellen.
error-wrong-mode = Anderen op deze computer kunnen bij { $path }. Er is niets geopend. Zet de rechten op alleen voor u (0700 en 0600).
error-no-workstation = In { $path } is nog geen werkplek. Start beschermd zonder opdracht om er een te maken, of gebruik init.
error-workstation-exists = In { $path } is al een werkplek. Er is niets gewijzigd.
error-newer-format = Deze gegevens zijn geschreven door een nieuwere versie. Er is niets gewijzigd. Werk het programma bij.
error-memory-short = Er is te weinig geheugen om de sleutelbos te openen (64 MB nodig). Er is niets gewijzigd. Sluit andere programma's en probeer het opnieuw.
error-key-gone = De sleutel van deze zaak is vernietigd. De inhoud is niet meer te lezen.
error-record-cannot-be-drawn = Deze zaak kan niet gewoon worden getoond. Hieronder staat de inhoud als platte tekst. Er is niets verloren; meld zaaknummer { $number } aan de beheerder.
error-unexpected = Er ging iets mis in het programma. Alles wat als opgeslagen stond, is veilig. Start opnieuw; uw concept wordt weer geopend.
error-clock-jumped = De klok van deze computer is versprongen. Termijnen worden niet herschikt. Controleer datum en tijd.
error-busy = Een andere bewerking is nog bezig. Wacht even en probeer het opnieuw.
error-case-unknown = Zaak { $case } is niet gevonden.
error-person-unknown = Deze persoon staat niet in de zaak.
error-refused = Dit mag zo niet: { $reason } Er is niets gewijzigd.
error-file-missing = Het bestand { $file } is er niet of mag niet worden gelezen.
error-terminal = Dit is geen terminal waarin het scherm kan worden getekend. Gebruik een opdracht, of --linear.
error-window-too-small = Het venster is te klein. Maak het minstens { $columns } breed en { $rows } hoog. Toetsen doen nu niets.


## import: reports coming in

import-imported = ontvangen
import-flagged = ontvangen, kijk ernaar
import-cleaned = ontvangen, met zichtbaar gemaakte tekens
import-duplicate = al eerder ontvangen
import-conflict = apart gelegd: beslis zelf
import-rejected = geweigerd
import-imported-what = De melding staat in de wachtrij.
import-flagged-what = De melding staat in de wachtrij. Iemand moet ernaar kijken.
import-cleaned-what = De melding bevatte verborgen tekens. Het origineel is bewaard; het scherm toont ze als zichtbaar teken.
import-duplicate-what = Deze melding was al ontvangen. Er is niets dubbel opgeslagen.
import-conflict-what = Zelfde afzender en kenmerk, maar andere inhoud. Het bestand ligt apart; vergelijk de twee.
import-rejected-what = Het bestand is niet ingelezen en staat ongewijzigd in quarantine.
import-progress = { $done } van { $count } bestanden gelezen
import-done = Klaar: { $imported } ontvangen, { $flagged } om te bekijken, { $duplicate } al bekend, { $rejected } geweigerd.
import-new-report-notice = Nieuwe melding: { $number }
import-as-follow-up = toegevoegd als vervolgmelding bij { $number }
reason-not-xml = Dit is geen leesbaar XML-bestand.
reason-not-json = Dit is geen leesbaar JSON-bestand.
reason-empty-file = Het bestand is leeg.
reason-not-a-report = Dit is geen melding die wij kennen.
reason-message-not-supported = Berichten van de soort { $kind } worden nog niet ingelezen.
reason-element-missing = Het verplichte element { $element } ontbreekt.
reason-element-unexpected = Het element { $element } hoort hier niet.
reason-element-repeated = Het element { $element } komt te vaak voor.
reason-element-invalid = De waarde van { $element } is niet toegestaan.
reason-element-too-long = De tekst in { $element } is langer dan is toegestaan.
reason-element-not-nil = Het element { $element } mag niet leeg zijn.
reason-attribute-missing = Bij { $element } ontbreekt het attribuut { $attribute }.
reason-field-unknown = Het veld { $field } kennen wij niet.
reason-too-large = Het bestand is groter dan { $max } MB.
reason-too-deep = Het bestand is te diep genest.
reason-too-many = Het bestand bevat te veel elementen.
reason-doctype = Het bestand bevat een DOCTYPE. Dat is niet toegestaan.
reason-entity = Het bestand gebruikt entiteiten. Dat is niet toegestaan.
reason-encoding = De tekens in het bestand zijn niet te lezen als { $encoding }.
reason-unreadable = Het bestand kan niet worden gelezen.
reason-not-a-file = Dit is geen gewoon bestand.
reason-same-key-other-content = Zelfde afzender en kenmerk als { $number }, maar andere inhoud.
flag-bsn-invalid = BSN klopt niet (elfproef)
flag-bsn-missing = geen BSN
flag-date-impossible = datum bestaat niet
flag-date-future = datum ligt in de toekomst
flag-date-order = datum van het incident ligt na de melding
flag-reference-missing = kenmerk van de afzender ontbreekt
flag-report-id-missing = nummer van de melding ontbreekt
flag-sent-at-invalid = tijdstip van verzenden klopt niet
flag-no-child = geen kind genoemd
flag-no-person = geen personen genoemd
flag-no-narrative = geen beschrijving
flag-narrative-long = zeer lange beschrijving
flag-role-odd = rol past niet bij de leeftijd
flag-hidden-characters = verborgen tekens
flag-unknown-sender = afzender onbekend
flag-unborn = ongeboren kind
flag-postcode-invalid = postcode klopt niet
flag-same-child = kind komt voor in een andere zaak
