package wording

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// months are told by how their names begin in Finnish, Swedish and English.
var months = [][]string{
	1: {"tammiku", "tammi", "januari", "january", "jan"}, 2: {"helmiku", "helmi", "februari", "february", "feb"},
	3: {"maalisku", "maalis", "mars", "march"}, 4: {"huhtiku", "huhti", "april"},
	5: {"toukoku", "touko", "maj", "may"}, 6: {"kesäku", "juni", "june"},
	7: {"heinäku", "heinä", "juli", "july"}, 8: {"eloku", "elo", "augusti", "august", "aug"},
	9: {"syysku", "september", "sept"}, 10: {"lokaku", "loka", "oktober", "october", "okt", "oct"},
	11: {"marrasku", "marras", "november", "nov"}, 12: {"jouluku", "joulu", "december", "dec"},
}

// seasons are told in the forms in which councils write them.
var seasons = map[model.Season][]string{
	model.Winter: {"talvi", "talven", "talvella", "talvikausi", "vinter", "vintern", "winter"},
	model.Spring: {"kevät", "kevään", "keväällä", "keväästä", "kevääseen", "kevätkausi", "kevätlukukausi", "kevätlukukauden", "vår", "våren", "vårterminen", "vårtermin", "spring"},
	model.Summer: {"kesä", "kesän", "kesällä", "kesästä", "kesään", "sommar", "sommaren", "summer"},
	model.Autumn: {"syksy", "syksyn", "syksyllä", "syksystä", "syksyyn", "syyslukukausi", "syyslukukauden", "syyskausi", "höst", "hösten", "höstterminen", "hösttermin", "autumn", "fall"},
}

// timetableFillers say nothing beside a year.
var timetableFillers = strings.Fields("vuosi vuonna vuosina vuoden vuodet vuosien aikana kuluessa mennessä loppuun välillä " +
	"år åren året under i in during by the of year years before end slutet utgången före senast av aikataulu tidtabell the term")

// ongoingWords begin the words for what goes on, ongoingNouns those beside
// them; noDateWordings say that there is no date.
var (
	ongoingNouns   = strings.Fields("toimin verksamhet activit työ arbete work")
	ongoingWords   = strings.Fields("jatkuv toistaiseksi fortlöpande kontinuerlig löpande ongoing continuous")
	noDateWordings = []string{
		"–", "-", "—", "ei aikataulua", "ei omaa aikataulua", "ilman aikataulua", "ei määritelty",
		"ingen tidtabell", "ingen egen tidtabell", "utan tidtabell", "no date", "no schedule", "no timetable",
		"no schedule of its own", "no date of its own", "no timetable of its own",
	}
)

// ReadTimetable reads a timetable as councils write it, in any of the three
// languages: "2019", "2019, 2021", "2019–2021", "kevään 2019 aikana",
// "helmikuussa 2013", "2/2013–6/2013", "jatkuva", "fortlöpande". It tells
// whether the whole text is understood; where a word remains, nothing is.
// A span that runs backwards is returned as it was typed.
func ReadTimetable(typed string) (model.Timetable, bool) {
	typed = strings.ToLower(strings.TrimSpace(norm.NFC.String(typed)))
	typed = strings.TrimRight(typed, " .")
	if slices.Contains(noDateWordings, typed) {
		return model.Timetable{Kind: model.NoOwnDate}, true
	}
	if isOngoing(typed) {
		return model.OngoingTimetable(), true
	}
	if from, to, found := cutSpan(typed); found {
		return readSpan(from, to)
	}
	moments, ok := readMoments(typed)
	if !ok {
		return model.Timetable{}, false
	}
	if len(moments) == 1 && moments[0] != (model.Moment{Year: moments[0].Year}) {
		return model.SpanTimetable(moments[0], moments[0]), true
	}
	var years []int
	for _, moment := range moments {
		if moment != (model.Moment{Year: moment.Year}) {
			return model.Timetable{}, false
		}
		years = append(years, moment.Year)
	}
	return model.YearsTimetable(years...), true
}

// isOngoing accepts one or two words, "jatkuvaa toimintaa" among them, without
// any number.
func isOngoing(typed string) bool {
	const mostWords = 2
	words := strings.Fields(typed)
	if len(words) == 0 || len(words) > mostWords || strings.ContainsAny(typed, "0123456789") {
		return false
	}
	if typed == "tills vidare" || typed == "until further" {
		return true
	}
	for _, begin := range ongoingWords {
		if strings.HasPrefix(words[0], begin) {
			return len(words) == 1 || slices.ContainsFunc(ongoingNouns, func(noun string) bool { return strings.HasPrefix(words[1], noun) })
		}
	}
	return false
}

// cutSpan cuts "2019–2021", "våren 2019 till hösten 2020" at its dash or "to".
func cutSpan(typed string) (from, to string, found bool) {
	typed = strings.NewReplacer("—", "–", "−", "–", " - ", "–", " till ", "–", " to ", "–", " until ", "–").Replace(typed)
	if !strings.Contains(typed, "–") {
		typed = strings.Replace(typed, "-", "–", 1)
	}
	return strings.Cut(typed, "–")
}

// readSpan reads the two ends; the first may borrow its year from the second,
// and the second may give its year in two digits.
func readSpan(from, to string) (model.Timetable, bool) {
	end, ok := readMoment(to, 0)
	if !ok {
		end, ok = readShortYear(from, to)
	}
	if !ok {
		return model.Timetable{}, false
	}
	start, ok := readMoment(from, end.Year)
	if !ok {
		return model.Timetable{}, false
	}
	if (start == model.Moment{Year: start.Year}) != (end == model.Moment{Year: end.Year}) {
		// "kevät 2019–2020" may mean either.
		return model.Timetable{}, false
	}
	return model.SpanTimetable(start, end), true
}

// readShortYear reads the end of "2019–21".
func readShortYear(from, to string) (model.Moment, bool) {
	start, ok := readMoment(from, 0)
	to = strings.TrimSpace(to)
	if !ok || len(to) != 2 || start != (model.Moment{Year: start.Year}) {
		return model.Moment{}, false
	}
	return readMoment(strconv.Itoa(start.Year)[:2]+to, 0)
}

// readMoments reads moments with commas or joining words between them.
func readMoments(typed string) ([]model.Moment, bool) {
	typed = strings.NewReplacer(" ja ", ",", " sekä ", ",", " och ", ",", " samt ", ",", " and ", ",", ";", ",", " & ", ",").Replace(typed)
	var moments []model.Moment
	for part := range strings.SplitSeq(typed, ",") {
		moment, ok := readMoment(part, 0)
		if !ok {
			return nil, false
		}
		moments = append(moments, moment)
	}
	return moments, true
}

// readMoment reads a year with its month or season. year is that of a moment
// that gives none itself, 0 where it must.
func readMoment(typed string, year int) (model.Moment, bool) {
	moment := model.Moment{}
	for word := range strings.FieldsSeq(typed) {
		word = strings.Trim(word, ".,:()")
		switch {
		case slices.Contains(timetableFillers, word):
		case moment.Year == 0 && isYear(word):
			moment.Year, _ = strconv.Atoi(word)
		case moment.Month == 0 && moment.Season == model.NoSeason && readNamed(word, &moment):
		default:
			return model.Moment{}, false
		}
	}
	if moment.Year == 0 {
		if moment.Month == 0 && moment.Season == model.NoSeason {
			return model.Moment{}, false
		}
		moment.Year = year
	}
	return moment, moment.Year != 0
}

func isYear(word string) bool {
	_, err := text.ParseYear(word)
	return err == nil
}

// readNamed reads a season, a month's name, or "2/2013".
func readNamed(word string, moment *model.Moment) bool {
	for season, forms := range seasons {
		if slices.Contains(forms, word) {
			moment.Season = season
			return true
		}
	}
	for month, beginnings := range months {
		for _, begin := range beginnings {
			if word == begin || len(begin) > 3 && strings.HasSuffix(begin, "ku") && strings.HasPrefix(word, begin) {
				moment.Month = month
				return true
			}
		}
	}
	digits, year, slashed := strings.Cut(word, "/")
	if !slashed || moment.Year != 0 && year != "" {
		return false
	}
	month, err := strconv.Atoi(digits)
	if err != nil || month < 1 || month > 12 || len(digits) > 2 {
		return false
	}
	if year != "" {
		if !isYear(year) {
			return false
		}
		moment.Year, _ = strconv.Atoi(year)
	}
	moment.Month = month
	return true
}
