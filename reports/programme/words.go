package programme

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// words are the report's own sentences in one language, from the texts
// catalogue (keys "report.…").
type words struct {
	language model.Language
	texts    map[string]wording // by key without its beginning
}

// wording is a sentence; one is its form for a count of one.
type wording struct{ one, other string }

// catalogues are read once, at the first report in their language.
var catalogues = map[model.Language]func() (*words, error){
	model.Finnish: sync.OnceValues(func() (*words, error) { return readWords(model.Finnish) }),
	model.Swedish: sync.OnceValues(func() (*words, error) { return readWords(model.Swedish) }),
	model.English: sync.OnceValues(func() (*words, error) { return readWords(model.English) }),
}

func loadWords(language model.Language) (*words, error) {
	if load, known := catalogues[language]; known {
		return load()
	}
	return readWords(language)
}

// readWords reads the sentences of reports out of the catalogue.
func readWords(language model.Language) (*words, error) {
	data, err := assets.Texts(string(language))
	if err != nil {
		return nil, fmt.Errorf("load report texts in %q: %w", language, err)
	}
	var all map[string]any
	if err := json.Unmarshal(reportTexts(data), &all); err != nil {
		return nil, fmt.Errorf("read report texts in %q: %w", language, err)
	}
	read := &words{language: language, texts: make(map[string]wording, len(all))}
	for key, text := range all {
		read.texts[strings.TrimPrefix(key, ownTexts)] = readWording(text)
	}
	return read, nil
}

// ownTexts is how the keys of the reports' sentences begin.
const ownTexts = "report."

// reportTexts cuts the reports' sentences out of a catalogue, nine tenths of which
// are the window's: to read all of it took as long as to make a page. Its keys are
// sorted, each on its line (app/texts holds the files to that).
func reportTexts(catalogue []byte) []byte {
	begin := []byte("\n\t\"" + ownTexts)
	from, to := bytes.Index(catalogue, begin), bytes.LastIndex(catalogue, begin)
	if from < 0 {
		return []byte("{}")
	}
	to += 1 + bytes.IndexByte(catalogue[to+1:], '\n')
	return slices.Concat([]byte("{"), bytes.TrimSuffix(catalogue[from:to], []byte(",")), []byte("}"))
}

// readWording reads a string, or an object with the forms one and other.
func readWording(text any) wording {
	if other, is := text.(string); is {
		return wording{other: other}
	}
	forms, _ := text.(map[string]any)
	one, _ := forms["one"].(string)
	other, _ := forms["other"].(string)
	return wording{one, other}
}

// say returns the sentence of a key "report.<key>" with its placeholders
// filled in by pairs of name and value. The value of "count" chooses the form.
func (w *words) say(key string, arguments ...any) string {
	found, known := w.texts[key]
	if !known {
		return ownTexts + key
	}
	text := found.other
	for i := 0; i+1 < len(arguments); i += 2 {
		if arguments[i] == "count" && found.one != "" && fmt.Sprint(arguments[i+1]) == "1" {
			text = found.one
		}
	}
	return filled(text, arguments)
}

// filled puts the values of the pairs into the places that bear their names, as
// "{count}". A place of another name stays as it is.
func filled(text string, arguments []any) string {
	if len(arguments) == 0 {
		return text
	}
	var out strings.Builder
	for {
		before, rest, opens := strings.Cut(text, "{")
		name, after, closes := strings.Cut(rest, "}")
		if !opens || !closes {
			out.WriteString(text)
			return out.String()
		}
		out.WriteString(before)
		if value, named := argument(arguments, name); named {
			out.WriteString(fmt.Sprint(value))
		} else {
			out.WriteString("{" + name + "}")
		}
		text = after
	}
}

func argument(arguments []any, name string) (value any, named bool) {
	for i := 0; i+1 < len(arguments); i += 2 {
		if arguments[i] == name {
			return arguments[i+1], true
		}
	}
	return nil, false
}

// day writes a date as it is written in the language: 21.1.2019.
func (w *words) day(date model.Date) string {
	if date.Zero() {
		return ""
	}
	if w.language == model.English {
		return fmt.Sprintf("%d%s%s %d", date.Day, noBreak, w.say(fmt.Sprintf("month.%d", date.Month)), date.Year)
	}
	return fmt.Sprintf("%d.%d.%d", date.Day, date.Month, date.Year)
}

// number writes a number as it is written in the language: 1 234,5.
func (w *words) number(n model.Number) string {
	return text.FormatNumber(string(n), string(w.language))
}

// timetable writes when a measure is done; "" when none is given.
func (w *words) timetable(t model.Timetable) string {
	switch t.Kind {
	case model.InYears:
		return yearList(t.Years)
	case model.InSpan:
		return w.span(t.From, t.To)
	case model.Ongoing:
		return w.say("ongoing")
	}
	return ""
}

func (w *words) span(from, to model.Moment) string {
	if from == to {
		return w.moment(from)
	}
	if from.Month == 0 && to.Month == 0 && from.Season == "" && to.Season == "" {
		return fmt.Sprintf("%d–%d", from.Year, to.Year)
	}
	return w.moment(from) + " – " + w.moment(to)
}

func (w *words) moment(m model.Moment) string {
	switch {
	case m.Month > 0:
		return w.say(fmt.Sprintf("month.%d", m.Month)) + " " + fmt.Sprint(m.Year)
	case m.Season != "":
		return w.say("season."+string(m.Season)) + " " + fmt.Sprint(m.Year)
	}
	return fmt.Sprint(m.Year)
}

// yearList writes years, three and more in a row as a span.
func yearList(years []int) string {
	var parts []string
	for i := 0; i < len(years); {
		last := i
		for last+1 < len(years) && years[last+1] == years[last]+1 {
			last++
		}
		if last-i >= 2 {
			parts = append(parts, fmt.Sprintf("%d–%d", years[i], years[last]))
		} else {
			for n := i; n <= last; n++ {
				parts = append(parts, fmt.Sprint(years[n]))
			}
		}
		i = last + 1
	}
	return strings.Join(parts, ", ")
}

// row puts words in a row, "and" before the last.
func (w *words) row(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " " + w.say("and") + " " + list[last]
}

// join puts words in a row with a comma between.
func join(parts ...string) string {
	kept := parts[:0:0]
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, ", ")
}
