package wording

import (
	"strings"
	"testing"

	"tavoitekartta/model"
)

// Wordings of no programme in the example, written before the rules were tried
// on them: the rules must carry over.
func TestWordingsThatTheRulesHaveNotSeen(t *testing.T) {
	for wording, want := range map[string]want{
		"Palveluohjaaja rekrytoitu":                                     {kind: done},
		"Verkkosivut julkaistu kolmella kielellä":                       {kind: done},
		"Toimintamalli on otettu käyttöön":                              {kind: done},
		"Yhteistyösopimuksen allekirjoittaminen":                        {kind: done},
		"Ohjausryhmä nimetty":                                           {kind: done},
		"Osallistujamäärät tapahtumissa":                                {kind: count},
		"Suomen kielen kursseille osallistuneiden lukumäärä vuosittain": {kind: count, each: true},
		"Vähintään 30 osallistujaa vuodessa":                            {kind: count, yearly: "30", unit: "osallistujaa"},
		"Kolme uutta ryhmää":                                            {kind: count, total: "3", unit: "ryhmää"},
		"1 000 tavoitettua asukasta":                                    {kind: count, total: "1000", unit: "asukasta"},
		"Tapaaminen kaksi kertaa lukukaudessa":                          {kind: count, yearly: "4", unit: "kertaa"},
		"Kerran kuukaudessa järjestettävä neuvonta":                     {kind: count, yearly: "12", unit: "kertaa"},
		"20 ihmistä saa koulutusta":                                     {kind: count, total: "20", unit: "ihmistä"},
		"Järjestetyt tilaisuudet":                                       {kind: count},
		"Työllisyysaste":                                                {kind: share, unit: "%"},
		"80 % osallistujista suorittaa kurssin loppuun":                 {kind: share, total: "80", unit: "%"},
		"Vieraskielisten osuus hakijoista":                              {kind: share, unit: "%"},
		"Työttömyyden väheneminen":                                      {kind: growth},
		"Jäsenmäärän lisääntyminen 10 %":                                {kind: growth, total: "10", unit: "%"},
		"Asiakastyytyväisyys":                                           {kind: survey},
		"Asukaskyselyn vastaukset":                                      {kind: survey},
		"Osallistujien palaute":                                         {kind: survey},
		"Palvelujen saavutettavuus":                                     {kind: judgement},
		"Yhteistyön sujuvuus":                                           {kind: judgement},
		"Kysely toteutettu":                                             {kind: done},
		"Kyselyyn vastanneiden määrä":                                   {kind: count},
		"2 kyselyä vuodessa":                                            {kind: count, yearly: "2", unit: "kyselyä"},
		"Kurssien määrä ja laatu":                                       {kind: count, parts: []string{"count: Kurssien määrä", "judgement: Laatu"}},
		"5 koulutusta ja 100 osallistujaa":                              {kind: count, total: "5", unit: "koulutusta", parts: []string{"count: 5 koulutusta", "count: 100 osallistujaa"}},
		"Kyselyjen ja haastattelujen määrä":                             {kind: count},
		"Vuosina 2019–2022 valmistuneiden määrä":                        {kind: count},
		"Opas laadittu vuonna 2020":                                     {kind: done},
		"18–29-vuotiaiden osuus":                                        {kind: share, unit: "%"},
		"Kielikahviloita järjestetään kerran viikossa":                  {kind: count, each: true, unit: "kertaa"},
		"2–3 tilaisuutta vuodessa":                                      {kind: count, each: true, unit: "tilaisuutta"},
		"Henkilöstön osaaminen on vahvistunut":                          {kind: judgement},
		"Keskeyttäneiden osuus alle 10 %":                               {kind: share, total: "10", unit: "%"},
		"Työttömyysaste laskee":                                         {kind: growth},
		"50 osallistujaa / kk":                                          {kind: count, yearly: "600", unit: "osallistujaa"},
		"Asiakaspalaute ja kävijämäärä":                                 {kind: survey, parts: []string{"survey: Asiakaspalaute", "count: Kävijämäärä"}},
		"Hyvinvointikertomus":                                           {},
		"Welcome Office":                                                {},
		"":                                                              {},
		"🙂🙂":                                                            {},
	} {
		check(t, model.Finnish, wording, want)
	}
	for wording, want := range map[string]want{
		"Servicehandledare anställd":                  {kind: done},
		"Webbplatsen har öppnats på tre språk":        {kind: done},
		"Verksamheten har inletts":                    {kind: done},
		"Antal deltagare per år":                      {kind: count, each: true},
		"Minst 30 deltagare per år":                   {kind: count, yearly: "30", unit: "deltagare"},
		"Tre nya grupper":                             {kind: count, total: "3", unit: "grupper"},
		"Möten fyra gånger om året":                   {kind: count, yearly: "4", unit: "gånger"},
		"Andelen sysselsatta":                         {kind: share, unit: "%"},
		"80 procent av deltagarna slutför kursen":     {kind: share, total: "80", unit: "%"},
		"Minskad arbetslöshet":                        {kind: growth},
		"Ökat antal medlemmar":                        {kind: growth},
		"Kundnöjdhet":                                 {kind: survey},
		"Respons från deltagarna":                     {kind: survey},
		"Enkäten genomförd":                           {kind: done},
		"Antal svar på enkäten":                       {kind: count},
		"Servicens tillgänglighet":                    {kind: judgement},
		"Ordnade evenemang":                           {kind: count},
		"Antalet kurser och deltagarnas erfarenheter": {kind: count, parts: []string{"count: Antalet kurser", "survey: Deltagarnas erfarenheter"}},
		"Minst ett evenemang per år":                  {kind: count, yearly: "1", unit: "evenemang"},
		"Anvisningarna översatta till fem språk":      {kind: done},
		"Hälften av deltagarna får arbete":            {kind: share, unit: "%"},
		"Helheten":                                    {},
	} {
		check(t, model.Swedish, wording, want)
	}
	for wording, want := range map[string]want{
		"Coordinator recruited":                     {kind: done},
		"At least 30 participants a year":           {kind: count, yearly: "30", unit: "participants"},
		"Three new groups":                          {kind: count, total: "3", unit: "groups"},
		"Meetings once a month":                     {kind: count, yearly: "12", unit: "times"},
		"Employment rate":                           {kind: share, unit: "%"},
		"80% of participants complete the course":   {kind: share, total: "80", unit: "%"},
		"Decrease in unemployment":                  {kind: growth},
		"Participant feedback":                      {kind: survey},
		"Survey carried out":                        {kind: done},
		"Number of replies to the survey":           {kind: count},
		"Quality of guidance":                       {kind: judgement},
		"Trainings held":                            {kind: count},
		"Number of courses and quality of teaching": {kind: count, parts: []string{"count: Number of courses", "judgement: Quality of teaching"}},
		"15 volunteers trained":                     {kind: count, total: "15", unit: "volunteers"},
		"The library":                               {},
	} {
		check(t, model.English, wording, want)
	}
	if got := ReadIndicator("Käyttöönotto"+strings.Repeat(", määrä", 1000), model.Finnish); got.Kind != unknown || got.Parts != nil {
		t.Errorf("a page of prose is read as %q in %d parts", got.Kind, len(got.Parts))
	}
	if got := ReadIndicator("Käyttöönotto", "xx"); got.Kind != unknown {
		t.Errorf("an unknown language is read as %q", got.Kind)
	}
}
