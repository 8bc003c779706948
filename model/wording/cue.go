package wording

import (
	"strings"
	"sync"

	"tavoitekartta/model"
)

// cue is a set of patterns that speak for a kind.
type cue struct {
	patterns  patterns
	kind      model.IndicatorKind
	direction model.Direction
	// predicate tells that something has been done: "palkattu", "tagits i
	// bruk". It outweighs what stands before it.
	predicate bool
}

// rate is a word for how often, and the number it stands for.
type rate struct {
	patterns patterns
	number   int
}

// grammar is what a language's wordings are read by.
type grammar struct {
	cues []cue
	// headLast tells that the word that rules a phrase stands at its end.
	headLast    bool
	joints      []string // words between two indicators
	yearly      patterns // "a year"
	periods     []rate   // stretches of time and how many a year has, 0 where nobody says
	times       []rate   // numerals that count times, and how many
	numbers     map[string]int
	once        string   // unit of what is counted in times
	one         patterns // articles that count after "at least"
	atLeast     patterns
	atMost      patterns
	percent     patterns
	places      []string // prepositions after which a number tells where: "på tre språk"
	unitStops   []string // words that end the name of a unit
	unitFillers []string // words that stand before it: "eri", "olika"
}

// grammars are prepared once, at the first wording of their language.
var grammars = map[model.Language]func() grammar{
	model.Finnish: sync.OnceValue(finnish),
	model.Swedish: sync.OnceValue(swedish),
	model.English: sync.OnceValue(english),
}

func finnish() grammar {
	return grammar{
		headLast: true,
		cues: []cue{
			{kind: model.IndicatorGrowth, direction: model.Up, patterns: list("kasvu,*määrän kasvu,*määrien kasvu,*kasvu,kasvaa,kasvavat,kasvanut,kasvaneet,kasvaminen,kasvattaminen,lisäänty*,lisääntyy,lisäys,lisääminen,nousu,nousee,nousevat,noussut,nouseminen,paranee,paraneminen,parantunut,parantuminen,*n parantaminen,kohoaminen,kohenee,koheneminen")},
			{kind: model.IndicatorGrowth, direction: model.Down, patterns: list("vähenee,vähenevät,väheneminen,vähentynyt,vähentyneet,vähentyminen,vähentäminen,vähennys,pienenee,pieneneminen,pienentyminen,lasku,laskee,laskenut,supistuminen,lyheneminen,lyhenee,lyhentyminen,aleneminen")},
			{kind: model.IndicatorShare, patterns: list("osuus,*osuus,osuudet,osuudesta,prosent*,*prosentti,*prosenttia,työllisyysaste,työttömyysaste,*yysaste,*uusaste,*yaste,*öaste,*isaste,puolet,suhteellinen määrä")},
			{kind: model.IndicatorSurvey, patterns: list("kysely*,*kysely,*kyselyn,*kyselyt,*kyselyjen,*kyselyiden,*kyselyssä,*kyselyyn,haastattel*,*haastattelut,palaute,*palaute,*palautteet,palautteet,*kokemukset,kokemukset,*kokemus,kokemus,tyytyväisyys,*tyytyväisyys,barometri,*barometri,*barometrin,koettu,koetut,kokevat,tunne,*tunne,mielipi*,arvosana*,*mielipiteet,itsearvio*")},
			{kind: model.IndicatorCount, patterns: list("määrä,määrät,*määrä,*määrät,lukumäärä,lkm,kpl,*lukumäärät,kertojen määrä,*luku,*luvut")},
			{kind: model.IndicatorJudgement, patterns: list("monipuolinen,*jakauma,jakauma,laatu,*laatu,laadukas,laadukkaat,toimivuus,*toimivuus,toimii,toimivat,sujuvuus,sujuva,sujuvaa,sujuvat,osallistuminen,vahvistunut,vahvistuneet,kehittynyt,kehittyneet,ajantasainen,ajantasaisuus,ajantasaiset,kehittyminen,kehitys,*kehitys,vahvistuminen,vaikuttavuus,*vaikuttavuus,riittävyys,riittävä,riittävät,saavutettavuus,selkeys,selkeä,selkeää,näkyvyys,tunnettuus,asenteet,ilmapiiri,*ilmapiiri,arvio,*arvio,parempi,hyvä,hyvät,monimuotoisuus,moninaisuus,tasapuolinen,yhdenvertai*,luottamus,turvallisuus,osallisuus,hyvinvointi,sitoutuminen,syveneminen")},
			{kind: model.IndicatorDone, patterns: list("käyttöönotto,*käyttöönotto,*minen,aloitus,*aloitus,toimeenpano,*toimeenpano,perustamis*,liikkeellelähtö,hankinta,valmis,valmiina,käytössä,toiminnassa,olemassa,voimassa,olemassaolo,otto,julkaisu,*julkistus,allekirjoitus,hyväksyntä,rekrytointi")},
			{kind: model.IndicatorDone, predicate: true, patterns: list("*ttu,*tty,*hty,*oitu,*öity,*stu,*sty,*nnut,*stunut,*tunut,*tynyt,*ynyt,*llut,*nnyt,*anut,*enut,*sut,*syt,otettu,on tehty,toteutuu,toteutuvat,toteutuu,käynnistyy,käynnistyvät,alkaa,valmistuu")},
		},
		joints:      strings.Split("sekä,ja,että,plus,&,+", ","),
		yearly:      list("/ v,/ v.,/ vuosi,/ vuodessa,/ a,vuodessa,vuosittain,joka vuosi,vuotta kohti,per vuosi,vuosittainen,vuosittaiset,vuosittaisten,vuosittaisen"),
		periods:     []rate{{list("viikossa,viikoittain,/ vk,/ viikko,joka viikko,päivässä,päivittäin"), 0}, {list("kuukaudessa,kuussa,/ kk,/ kuukausi"), 12}, {list("neljännesvuodessa"), 4}, {list("puolivuosittain,puolessa vuodessa,lukukaudessa,/ lukukausi"), 2}},
		times:       []rate{{list("kerran"), 1}, {list("kahdesti"), 2}, {list("kolmesti"), 3}, {list("neljästi"), 4}, {list("viidesti"), 5}},
		numbers:     finnishNumbers(),
		once:        "kertaa",
		atLeast:     list("vähintään,väh.,yli,ainakin,min."),
		atMost:      list("enintään,alle,korkeintaan,max.,enint."),
		percent:     list("%,prosenttia,prosentin,prosentilla,prosenttiin,%:n,%:lla,%:iin"),
		unitFillers: strings.Split("eri,noin,kpl,kappaletta,uutta,muuta,yhteistä,x", ","),
		unitStops:   strings.Split("/,ja,sekä,vuodessa,vuosittain,kuukaudessa", ","),
	}
}

func swedish() grammar {
	return grammar{
		cues: []cue{
			{kind: model.IndicatorGrowth, direction: model.Up, patterns: list("ökning,ökningen,*ökning,ökar,ökat,ökad*,tillväxt,tillväxten,stiger,stigit,växer,förbättring,förbättringen,förbättras,förbättrats,förbättrad*,höjs,höjning")},
			{kind: model.IndicatorGrowth, direction: model.Down, patterns: list("minskning,minskningen,minskar,minskat,minskad*,sänkt*,sjunker,sjunkit,nedgång,nedgången")},
			{kind: model.IndicatorShare, patterns: list("andel,andelen,hälften,*andel,*andelen,procentuell*,procent,*procent,*procenten,sysselsättningsgrad*,arbetslöshetsgrad*,*ningsgrad,*ningsgraden,*hetsgrad,*hetsgraden")},
			{kind: model.IndicatorSurvey, patterns: list("enkät*,*enkät,*enkäten,*enkäter,*enkäterna,intervju*,*intervjuer,respons,feedback,återkoppling*,upplevels*,*upplevelser,upplevd,upplevt,upplever,erfarenhet*,*erfarenheter,*nöjdhet,nöjdhet*,*barometer,barometer*,trygghetskänsla*,känsla*,åsikter*")},
			{kind: model.IndicatorCount, patterns: list("antal,antalet,*antal,*antalet,*mängd,mängden,st")},
			{kind: model.IndicatorDone, patterns: list("ibruktag*,införande*,genomförande*,förverkligande*,inledande*,start,starten,*start,startar,inleds,påbörjas,genomförs,lansering*,grundande*,inrättande*,upprättande*,anställning,anställande*,publicering*,användning,användningen,*s i bruk,i bruk,i användning,klar,klart,färdig,färdigt,utnyttjande*,ordnande*,igångsättning*,godkännande*,utarbetande*,etablering*,anskaffning*,finns")},
			{kind: model.IndicatorDone, predicate: true, patterns: list("har *ts,översatt*,tagits i bruk,tagen i bruk,taget i bruk,tagna i bruk,har inletts,har genomförts,anställd,anställts,inlett,inletts,inledd,påbörjats,påbörjad,påbörjat,genomförd,genomfört,genomförts,grundad,grundats,inrättad,inrättats,upprättad,upprättats,utarbetad,utarbetats,godkänd,godkänts,publicerad,publicerats,startat,startats,förverkligats,införts,införd,kartlagd,kartlagts,ordnats,rekryterad,rekryterats,färdigställd,färdigställts,utsedd,utsetts,öppnats,öppnad")},
			{kind: model.IndicatorJudgement, patterns: list("mångsidig*,kvalitet,kvaliteten,*kvalitet,*kvaliteten,smidig*,aktuell*,uppdaterad*,utveckling,utvecklingen,bedömning*,tillräcklig*,tillgänglighet*,synlighet*,fungerande,funktionalitet*,effekter,effekterna,verkningsfull*,genomslag*,fördelning*,*fördelning,*fördelningen,attityder*,stämning*,atmosfär*,stärk*,trygghet*,delaktighet*,välbefinnande*,förtroende*,tydlig*")},
		},
		joints:      strings.Split("samt,och,jämte,&,+", ","),
		yearly:      list("/ år,per år,om året,årligen,varje år,årlig,årliga,årligt,i året"),
		periods:     []rate{{list("i veckan,per vecka,varje vecka,/ vecka,om dagen,dagligen"), 0}, {list("i månaden,per månad,/ mån,/ månad,varje månad"), 12}, {list("per kvartal,varje kvartal"), 4}, {list("per termin,varje termin,per halvår"), 2}},
		times:       []rate{{list("en gång"), 1}},
		numbers:     map[string]int{"två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17, "arton": 18, "nitton": 19, "tjugo": 20, "trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70, "åttio": 80, "nittio": 90, "hundra": 100, "tusen": 1000},
		once:        "gånger",
		one:         list("en,ett"),
		atLeast:     list("minst,över,åtminstone"),
		atMost:      list("högst,under,max,maximalt"),
		percent:     list("%,procent,procenten,%:s"),
		places:      strings.Split("på,i,vid,hos,inom,till,åt", ","),
		unitFillers: strings.Split("olika,nya,st,stycken,ca,cirka,fler,andra", ","),
		unitStops:   strings.Split("/,per,om,för,av,i,på,till,med,som,använder,har,är,under,vid,deltar,inom,varje,årligen,och,samt,från,får,ordnas,genomförs,utnyttjar,utbildas,hålls,bland,riktade,utnyttjas", ","),
	}
}

func english() grammar {
	return grammar{
		cues: []cue{
			{kind: model.IndicatorGrowth, direction: model.Up, patterns: list("growth,increase,increases,increased,increasing,rise,rises,grows,grown,growing,improvement,improves,improved")},
			{kind: model.IndicatorGrowth, direction: model.Down, patterns: list("decrease,decreases,decreased,reduction,declines,decline,drop,falls,reduced,fewer")},
			{kind: model.IndicatorShare, patterns: list("share,half of,percentage,proportion,rate,percent,per cent,ratio")},
			{kind: model.IndicatorSurvey, patterns: list("survey*,questionnaire*,interview*,feedback,satisfaction,experience,experiences,perceived,feel,feels,opinions,barometer,poll")},
			{kind: model.IndicatorCount, patterns: list("number of,number,numbers,count,amount of,how many")},
			{kind: model.IndicatorDone, patterns: list("introduction,launch,start of,start,implementation,adoption,deployment,establishment,commissioning,publication,recruitment,completion,realisation,realization,taking into use,in use,in place,in operation,use of,utilisation,use,exists,ready,joining,opening")},
			{kind: model.IndicatorDone, predicate: true, patterns: list("taken into use,translated,introduced,launched,started,implemented,adopted,established,published,hired,recruited,completed,begun,set up,carried out,appointed,opened,drawn up,approved,held,done,realised,realized,signed")},
			{kind: model.IndicatorJudgement, patterns: list("quality,diverse,varied,diversity,versatile,up-to-date,development of,progress,assessment,evaluation,adequate,sufficient,accessibility,visibility,clarity,smoothness,functioning,impact,effectiveness,distribution,attitudes,atmosphere,trust,safety,wellbeing,well-being,inclusion")},
		},
		joints:      strings.Split("and,as well as,plus,&,+", ","),
		yearly:      list("/ year,/ yr,/ a,per year,a year,per annum,annually,each year,every year,yearly,annual"),
		periods:     []rate{{list("a week,per week,weekly,every week,/ week,a day,daily"), 0}, {list("a month,per month,/ month,monthly,every month"), 12}, {list("a quarter,per quarter,quarterly,every quarter"), 4}, {list("per term,a term,every six months"), 2}},
		times:       []rate{{list("once"), 1}, {list("twice"), 2}, {list("thrice"), 3}},
		numbers:     map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100},
		once:        "times",
		atLeast:     list("at least,minimum,over,more than"),
		atMost:      list("at most,maximum,under,less than,up to,no more than"),
		percent:     list("%,percent,per cent"),
		places:      strings.Split("in,at,on,within,into,to", ","),
		unitFillers: strings.Split("different,new,about,other,separate", ","),
		unitStops:   strings.Split("/,per,a,of,for,in,at,with,use,uses,that,who,are,is,have,has,by,to,each,every,annually,and,held,organised,organized,from,attend,take,will,using", ","),
	}
}

// finnishNumbers lists the numerals from one to twenty and the tens in the
// cases in which they count something; "kahdessa yksikössä" names a place.
func finnishNumbers() map[string]int {
	numbers := map[string]int{
		"yksi": 1, "kymmenen": 10, "kymmentä": 10,
		"sata": 100, "sadan": 100, "sataa": 100, "kaksisataa": 200, "viisisataa": 500, "tuhat": 1000, "tuhannen": 1000,
	}
	cases := [][]string{
		2: {"kaksi", "kahden", "kahta"},
		3: {"kolme", "kolmen", "kolmea"},
		4: {"neljä", "neljän", "neljää"},
		5: {"viisi", "viiden", "viittä"},
		6: {"kuusi", "kuuden", "kuutta"},
		7: {"seitsemän", "seitsemää"},
		8: {"kahdeksan", "kahdeksaa"},
		9: {"yhdeksän", "yhdeksää"},
	}
	for value, forms := range cases {
		for _, form := range forms {
			numbers[form] = value
		}
		if len(forms) > 0 {
			numbers[forms[0]+"toista"] = 10 + value
			numbers[forms[0]+"kymmentä"] = 10 * value
		}
	}
	numbers["yksitoista"] = 11
	return numbers
}
