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


## command: the command line

command-about = Werkplek voor mensen die meldingen over de veiligheid van kinderen ontvangen.
command-after-help = Zonder opdracht opent de werkplek. Uitkomst: 0 klaar, 1 nee of te laat of problemen gevonden, 2 opdracht niet begrepen, 3 invoer geweigerd en niets daarvan opgeslagen, 4 fout van schijf of gegevens. Een wachtzin komt van de terminal of van --passphrase-fd; nooit uit een argument of de omgeving.
command-heading-usage = Gebruik
command-heading-commands = Opdrachten
command-heading-arguments = Gegevens
command-heading-options = Opties
command-place-options = [OPTIES]
command-place-command = [OPDRACHT]
command-arg-data = Map met de gegevens van deze werkplek
command-arg-lang = Taal: nl of en
command-arg-passphrase-fd = Lees de wachtzin (een regel) van deze geopende bestandsdescriptor
command-arg-as = Medewerker, als meer mensen deze werkplek delen: naam of id
command-arg-help = Toon deze hulp
command-arg-version = Toon de versie
command-arg-inbox = Map waaruit de werkplek meldingen inleest zolang ze open is
command-arg-json = Geef JSON
command-arg-jsonl = Geef JSON, een object per regel
command-see-help = Meer weten: { $program } --help
command-unknown = Deze opdracht bestaat niet.
command-missing = Hier hoort nog een opdracht.
command-missing-arg = Dit ontbreekt nog: { $name }
command-unknown-flag = De optie { $name } bestaat niet.
command-too-much = Er staat meer op de regel dan deze opdracht aanneemt.
command-conflict = { $name } gaat niet samen met een andere optie.
command-not-utf8 = De opdrachtregel bevat tekens die geen UTF-8 zijn.
command-bad-value = De waarde bij { $name } kan niet.
command-bad-day = Geef de dag als JJJJ-MM-DD, bijvoorbeeld 2026-10-05.
command-no-terminal = De werkplek heeft een terminal nodig. Gebruik hier een opdracht; zie --help.
command-no-home = Deze gebruiker heeft geen thuismap. Wijs de map met gegevens aan met --data.
command-about-deadline = Reken een termijn uit en leg dag voor dag uit waarom
command-arg-received = Dag van ontvangst, JJJJ-MM-DD
command-arg-term = Termijn: triage, investigation, inform, inform-extension of act-now
command-arg-clock = Klok: statutory (wettelijk) of working (werkdagen)
command-about-completions = Druk een script af dat opdrachten aanvult in bash, zsh, fish, elvish of powershell
command-arg-shell = bash, zsh, fish, elvish of powershell
command-about-man = Druk de handleiding af als manpagina
command-about-init = Maak een nieuwe werkplek
command-arg-organisation = Naam van de organisatie
command-arg-station = Korte code van deze werkplek, voor zaaknummers (letters, cijfers, streepje)
command-arg-staff = Naam van de eerste medewerker
command-arg-role = Rol: caseworker, expert, manager of clerk
command-ask-organisation = Naam van de organisatie
command-ask-station = Korte code van deze werkplek, bijvoorbeeld ZW1
command-ask-staff = Uw naam
command-ask-role = Uw rol (caseworker, expert, manager of clerk)
command-ask-passphrase = Wachtzin
command-ask-new-passphrase = Nieuwe wachtzin
command-ask-passphrase-again = Nog een keer dezelfde wachtzin
command-new-passphrase-what = Kies een wachtzin van vier of meer woorden. Zonder wachtzin of herstelcode kan niemand de gegevens lezen.
command-strength-weak = Deze wachtzin is zwak: een programma raadt haar snel.
command-strength-fair = Deze wachtzin is redelijk.
command-strength-strong = Deze wachtzin is sterk.
command-passphrase-not-read = Op descriptor { $n } staat geen wachtzin. Er is niets gewijzigd.
command-passphrase-no-terminal = Er is geen terminal om de wachtzin op te vragen. Geef haar met --passphrase-fd.
command-passphrase-odd = Deze wachtzin is te lang of bevat tekens die geen tekst zijn. Er is niets gewijzigd.
command-passphrase-different = De twee wachtzinnen zijn niet gelijk. Er is niets gewijzigd.
command-passphrase-short = Een wachtzin heeft minstens { $count } tekens.
command-init-missing = Er ontbreekt een gegeven: --organisation, --station, --staff of --role. Er is niets gemaakt.
command-init-done = De werkplek staat klaar in { $path }.
command-recovery-what = Dit is de herstelcode. Zij wordt maar een keer getoond. Schrijf haar op en bewaar haar achter slot; hiermee komt u binnen als alle wachtzinnen kwijt zijn.
command-bad-name = Deze naam kan niet: leeg, te lang, of met onzichtbare tekens. Er is niets gemaakt.
command-bad-code = Deze code kan niet: gebruik 1 tot 12 letters, cijfers of streepjes. Er is niets gemaakt.
command-bad-role = Deze rol bestaat niet. Kies caseworker, expert, manager of clerk. Er is niets gemaakt.
command-about-demo = Open een wegwerpwerkplek met verzonnen zaken
command-about-synth = Vul de werkplek met verzonnen zaken, voor tests, metingen en cursussen
command-arg-cases = Aantal zaken
command-arg-seed = Getal waaruit de zaken volgen: hetzelfde getal geeft dezelfde zaken
command-arg-open = Hoogste aantal zaken dat openstaat
command-synth-progress = { $done } van { $count } zaken gemaakt
command-seed-used = Met dit getal is deze werkplek al eens gevuld. Er is niets bijgekomen. Kies een ander getal bij --seed.
command-no-place = Er is geen plek voor een tijdelijke werkplek. Maak ruimte in de tijdelijke map.
command-demo-organisation = Veilig Thuis Voorbeeld
command-demo-staff = Demo Medewerker
command-about-queue = Toon open meldingen en zaken, de dringendste eerst
command-arg-all = Ook gesloten zaken
command-queue-counts = { $count } in de lijst: { $acute } acuut, { $today } vandaag, { $overdue } te laat
command-about-due = Toon wat binnenkort moet gebeuren; uitkomst 1 als iets te laat is
command-arg-within = Binnen welke tijd: 24h, 3d of 2w
command-bad-within = Geef de tijd als 24h, 3d of 2w.
command-about-find = Zoek personen en zaken op naam, geboortedatum, BSN, postcode, telefoon of nummer
command-arg-find = Zoekwoorden; - leest ze van standaardinvoer
command-about-case = Bekijk of vul een zaak
command-arg-case = Zaaknummer of id
command-about-case-show = Toon een zaak
command-about-case-history = Toon elk feit van een zaak: wanneer, wie, waar, wat
command-about-case-new = Open een zaak zonder melding
command-arg-kind = neighbourhood (wijkteam) of advice (adviesvraag)
command-about-case-record = Leg een feit of een reeks feiten vast; alles of niets
command-arg-fact = Bestand met feiten in JSON; - leest standaardinvoer
command-sealed = verzegeld
command-about-schema = Druk het JSON-schema af van een melding of van alle feiten
command-arg-schema = report (melding) of facts (feiten)
command-about-check = Controleer logboek, database en sleutels
command-about-rebuild = Bouw de database opnieuw op uit het logboek, en herstel het logboek uit de database
command-about-backup = Maak een reservekopie
command-arg-backup = Lege of nieuwe map voor de kopie
command-about-restore = Zet een reservekopie terug in de map van --data
command-arg-restore = Map met de reservekopie
command-check-feed = Logboek { $origin }: { $facts }
command-check-database = Database: { $facts }
command-check-hash = Toestand: { $hash }
command-check-good = Alles is in orde.
command-rebuild-done = De database is opnieuw opgebouwd.
command-backup-done = Reservekopie in { $path }: { $facts }, { $files }. Teruggelezen en gelijk.
command-restore-done = Teruggezet in { $path }: { $facts }, { $files }. De database wordt bij het ontgrendelen opgebouwd.
command-input-not-read = De invoer kan niet worden gelezen. Er is niets gewijzigd.
command-input-not-utf8 = De invoer is geen UTF-8. Er is niets gewijzigd.
command-fact-syntax = Dit is geen leesbare JSON (regel { $line }, kolom { $column }). Er is niets vastgelegd.
command-fact-not = Dit is geen feit: verwacht een object met een soort feit (regel { $line }). Er is niets vastgelegd.
command-fact-unknown-kind = Deze soort feit bestaat niet. Er is niets vastgelegd.
command-fact-missing = Het veld { $field } ontbreekt (regel { $line }). Er is niets vastgelegd.
command-fact-unknown-field = Het veld { $field } bestaat niet (regel { $line }). Er is niets vastgelegd.
command-fact-expected = De waarde van { $field } kan niet (regel { $line }, kolom { $column }). Er is niets vastgelegd.
command-rule-advice = In een adviesvraag of contact mogen geen gegevens over het gezin staan. Maak er eerst een melding van.
command-rule-person = Deze persoon staat niet in de zaak.
command-rule-report = Deze melding staat niet in de zaak.
command-rule-not-a-case = Dit feit gaat niet over een zaak.
command-rule-opened = Deze zaak is al geopend.
command-rule-kept = Berichten bewaart het programma zelf bij het inlezen.
command-rule-link = Een zaak kan niet naar zichzelf verwijzen.
command-rule-acute = Leg bij acute onveiligheid vast wat er direct gebeurt en door wie.
command-rule-reason = Geef een reden.
command-rule-overseer = Zicht op veiligheid heeft een organisatie en een persoon nodig.
command-rule-text = De tekst is leeg.
command-rule-retract = Dit feit kan niet worden teruggenomen.
command-read-only = Op { $path } kan alleen worden gelezen. Er is niets gewijzigd.
command-no-access = Geen toegang tot { $path }. Er is niets gewijzigd. Laat de beheerder de rechten herstellen.
command-disk-fault = De schijf geeft een fout bij { $path } (nummer { $code }). Wat als opgeslagen stond, is veilig. Roep de beheerder.
command-in-use = Deze werkplek is al open: proces { $pid } op terminal { $terminal }, sinds { $since }. Sluit die eerst.
command-not-plain = { $path } is geen gewoon bestand of gewone map. Er is niets geopend.
command-wrong-passphrase = De wachtzin klopt niet. Er is niets gewijzigd.
command-which-staff = Meer mensen delen deze werkplek. Zeg met --as wie u bent.
command-code-mistyped = De herstelcode is verkeerd getypt. Er is niets gewijzigd.
command-not-empty = In { $path } staat al iets. Er is niets gewijzigd. Kies een lege of nieuwe map.
command-no-key = Met uw rol mag u dit niet vastleggen. Er is niets gewijzigd.
command-no-such-staff = Deze medewerker is hier niet bekend. Er is niets gewijzigd.
command-too-large = Dit is groter dan mag. Er is niets gewijzigd.
command-no-randomness = De computer geeft geen toevalsgetallen. Er is niets gewijzigd.
command-too-slow = De database gaat niet op tijd open. Er is niets gewijzigd. Probeer het opnieuw.
command-healed = Een beschadigde kopie is hersteld uit de goede: { $path }.
command-set-aside = Een beschadigd deel is opzijgezet: { $path }.
command-rebuilt = De database is opnieuw opgebouwd uit het logboek ({ $count } feiten).
command-feed-healed = Het logboek is aangevuld uit de database ({ $count } feiten).
command-torn-tail = Een half geschreven opslag is verwijderd. Zij was nog niet als opgeslagen gemeld.
command-lost = Feiten ontbreken in beide kopieën: { $range }. Zet een reservekopie terug of haal ze bij een andere werkplek.
command-end-damaged = Het einde van het logboek is beschadigd: { $path }. Misschien ontbreken de laatste feiten.
command-keys-lost = { $count } sleutels zijn kwijt. Wat daarmee verzegeld is, kan niet worden gelezen. Zet een reservekopie terug.
command-new-life = Deze werkplek begint een nieuwe telling, want het logboek loopt achter op wat al geschreven was.
command-reserve = De schijf is vol. De reserveruimte is vrijgegeven; maak nu plaats.
command-network-disk = De gegevens staan op een netwerkschijf. Dat is trager en minder zeker; gebruik liever een eigen schijf.
command-feed-damaged = Het logboek { $path } is beschadigd van byte { $from } tot { $to }.
command-chain-broken = De keten van logboek { $origin } sluit niet.
command-database-damaged = De database is niet helemaal leesbaar. Gebruik rebuild.
command-database-lacks = In de database ontbreken { $count } feiten die in het logboek staan. Gebruik rebuild.
command-feed-lacks = In het logboek ontbreken { $count } feiten die in de database staan. Gebruik rebuild.
command-copy-damaged = Een van de twee kopieën is beschadigd: { $what }.
command-payloads-lost = { $count } feiten zijn niet te lezen: de sleutel is kwijt.
command-payloads-damaged = { $count } feiten zijn beschadigd en niet te lezen.
command-part-station = gegevens van de werkplek
command-part-keyring = sleutelbos
command-part-vault = kluis met sleutels
command-part-feed = logboek
command-part-database = database
command-part-draft = concept
command-part-high-water = stand van het logboek
command-part-backup = reservekopie
command-unlocking = ontgrendelen
command-opening = openen
command-reading = logboek lezen: { $done } van { $count } kB
command-rebuilding = opbouwen: { $done } van { $count } feiten
command-checking = controleren: { $done } van { $count } feiten
command-about-inbox = Neem meldingen in uit bestanden en mappen
command-arg-paths = Bestanden of mappen met meldingen (CORV-XML of JSON)
command-about-report = Meldingen
command-about-report-new = Neem een melding in uit ons eigen JSON
command-arg-from = Bestand met de melding; - leest standaardinvoer
command-stays = { $file } kon niet apart worden gelegd en staat nog waar het stond.
command-reason-not-read = Het bestand is er niet, mag niet worden gelezen of is geen gewoon bestand.
command-reason-encoding = De tekens in het bestand zijn niet te lezen.
command-reason-attribute-missing = Een verplicht attribuut ontbreekt: { $element }.
command-reason-attribute-unexpected = Een attribuut hoort hier niet: { $element }.
command-reason-length = De waarde van { $element } is te lang of te kort.
command-reason-text = In { $element } staat tekst waar alleen elementen mogen staan.
command-reason-field = De waarde van het veld { $field } kan niet.
command-reason-field-missing = Het veld { $field } ontbreekt.
command-reason-line = (regel { $line })

## contact: the telephone, the report form, persons and relations

contact-title = Contact
contact-kind = Wat is het
contact-kind-report = melding
contact-kind-advice = adviesvraag
contact-kind-addition = aanvulling op een bekende zaak
contact-kind-question = vraag
contact-kind-not-for-us = niet voor ons
contact-section-start = Contact
contact-section-acute = Veiligheid nu
contact-section-story = Wat is er verteld
contact-section-codes = Waar gaat het over
contact-section-circumstances = Omstandigheden
contact-section-reporter = Melder
contact-section-informing = Wie weet ervan
contact-section-person = Persoon
contact-section-relation = Relatie
contact-section-add = Meer
contact-section-advice = Advies
contact-section-answer = Antwoord
contact-section-addition = Aanvulling
contact-day = Dag van ontvangst
contact-time = Tijd van ontvangst
contact-channel = Hoe kwam het binnen
contact-channel-telephone = telefoon
contact-channel-in-person = aan de balie
contact-channel-written = brief of mail
contact-channel-own = eigen initiatief (ambtshalve)
contact-acute = Is een kind nu in gevaar
contact-action-what = Wat doen we meteen
contact-action-who = Wie doet dat
contact-action-when = Wanneer (tijd)
contact-incident = Wat is er gebeurd, wanneer, wie zag het
contact-concern = Waarom maakt de melder zich zorgen
contact-additional = Verder verteld
contact-request = Wat vraagt de melder
contact-report-date = Dag van de melding bij een ander
contact-incident-date = Dag van het voorval
contact-place = Plaats
contact-report-number = Nummer van de melder
contact-reasons = Aanleiding
contact-natures = Aard
contact-capacity = Hoedanigheid van de melder
contact-weapons = Zijn er wapens
contact-children-present = Waren er kinderen bij
contact-restraining = Huisverbod
contact-arrest = Aanhouding
contact-charge = Aangifte
contact-honour = Eergerelateerd
contact-help = Hulp die er al is
contact-earlier = Eerdere registraties
contact-stalking = SASH ingevuld
contact-stalking-level = SASH-niveau
contact-stalking-low = laag
contact-stalking-medium = matig
contact-stalking-high = hoog
contact-meeting = Op de agenda van het overleg
contact-reporter-name = Naam van de melder
contact-reporter-organisation = Organisatie
contact-reporter-department = Afdeling
contact-reporter-phone = Telefoon
contact-reporter-mail = Mail
contact-disclosure = Mag het gezin weten wie meldde
contact-disclosure-open = ja, openlijk
contact-disclosure-hidden = nee, verborgen voor het gezin
contact-disclosure-not-asked = nog niet gevraagd
contact-disclosure-ground = Reden om te verbergen
contact-told-family = Wat weet het gezin, hoe was de reactie
contact-told-reporter = Verteld aan de melder (werkwijze, rechten)
contact-add-person = persoon toevoegen
contact-add-relation = relatie toevoegen
person-role = Rol
person-first = Voornamen
person-prefix = Tussenvoegsel
person-last = Achternaam
person-sex = Geslacht
person-sex-male = man
person-sex-female = vrouw
person-sex-unknown = onbekend
person-born = Nog niet geboren
person-birth = Geboren (of uitgerekend)
person-bsn = BSN
person-bsn-status = BSN nagekeken
person-bsn-verified = ja, in het register
person-bsn-unverified = nee, zo gehoord
person-bsn-none = heeft geen BSN
person-authority = Heeft gezag
person-part = Rol in wat gemeld is
person-part-victim = slachtoffer
person-part-perpetrator = pleger (volgens de melding)
person-part-witness = getuige
person-part-sibling = broer of zus
person-part-other = anders
person-street = Straat
person-number = Huisnummer
person-postcode = Postcode
person-city = Plaats
person-stays = Verblijft hier
person-stays-actual = ja, alleen verblijf
person-stays-formal = staat hier ingeschreven
person-shielded = Adres is geheim
person-phone = Telefoon
person-mail = Mail
person-safe-to-call = Veilig bellen
person-nationality = Nationaliteit
person-language = Taal
person-interpreter = Tolk nodig
person-school = School of opvang
person-doctor = Huisarts
person-died = Overleden op
person-remark = Opmerking
relation-from = Wie (nummer van de persoon)
relation-to = Van wie (nummer van de persoon)
relation-text = Is (vader, oma, buurvrouw …)
relation-role = Rol volgens de lijst
relation-authority = Heeft gezag over
relation-household = Zelfde huishouden
relation-since = Sinds
relation-until = Tot
relation-source = Van wie weten we dit
contact-advice-steps = Wat is geadviseerd
advice-talk-parents = praat eerst met de ouders
advice-talk-child = praat met het kind
advice-consult = vraag een collega of deskundige
advice-help = regel hulp
advice-report = doe een melding
advice-police = bel de politie: gevaar nu
advice-call-again = bel ons weer
advice-index = gebruik de verwijsindex
contact-advice-privacy = Bij een advies bewaren we niets over het gezin.
contact-topic = Waarover, of waarheen
topic-our-work = hoe wij werken
topic-earlier-report = een eerdere melding
topic-rights = gegevens, inzage, klacht
topic-neighbourhood = wijkteam
topic-police = politie of alarmnummer
topic-adult = geweld zonder kinderen
topic-health = gezondheidszorg
topic-other = iets anders
contact-known-case = Nummer van de zaak
contact-addition-text = Wat is er bijgekomen
contact-problem-story = Schrijf op wat er gebeurd is, ook als het weinig is.
contact-problem-wanted = Dit is nog leeg. Opslaan kan, het blijft zichtbaar als leeg.
contact-problem-action = Bij gevaar nu hoort wat u meteen doet, wie en wanneer.
contact-problem-date = Dit is geen dag. Schrijf bijvoorbeeld 10-10-2026, gisteren of 2016.
contact-problem-time = Dit is geen tijd. Schrijf bijvoorbeeld 14:32 of 1432.
contact-problem-future = Deze dag ligt in de toekomst.
contact-problem-bsn = Dit BSN klopt niet met de elfproef. Kijk het na of zet het bij de opmerking.
contact-problem-unborn = Bij een ongeboren kind hoort de uitgerekende dag.
contact-problem-mother = Bij een ongeboren kind hoort de moeder als persoon.
contact-problem-person-number = Er is geen persoon met dit nummer.
contact-problem-ground = Schrijf de reden om de melder te verbergen.
contact-problem-case = Er is geen zaak met dit nummer.
contact-problem-empty = Er staat nog niets in om op te slaan.
contact-problem-postcode = Een postcode is vier cijfers en twee letters.
contact-hint-again = Nog leeg: {$count}. Nog een keer opslaan bewaart het zo.
contact-hint-blocked = Dit moet eerst: zie de velden met een uitroepteken.
contact-turned = Nu een {$kind}. Wat u typte, blijft bewaard.
contact-person-n = Persoon {$n}
contact-relation-n = Relatie {$n}
contact-filter = zoek: {$text}
contact-pick-hint = typ om te zoeken · ← → · Enter kiest
contact-answer-hint = j ja · n nee · ? geen informatie
contact-required = verplicht
contact-empty = —
