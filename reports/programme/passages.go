package programme

import (
	"fmt"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// tell is a sentence as [words.say] gives it, with texts in it that keep their
// languages: a value that is a [document.Text] stands in for its placeholder.
func (e *edition) tell(key string, arguments ...any) document.Text {
	const edge = "\x00"
	filled := append([]any(nil), arguments...)
	texts := map[string]document.Text{}
	for i, value := range arguments {
		if text, is := value.(document.Text); is {
			name := fmt.Sprint(i)
			texts[name], filled[i] = text, edge+name+edge
		}
	}
	var told document.Text
	for i, part := range strings.Split(e.say(key, filled...), edge) {
		if i%2 == 0 {
			told = joined(told, document.Plain(part))
			continue
		}
		told = joined(told, texts[part])
	}
	return told
}

// joined puts texts behind each other; neighbours of one language and weight
// become one passage.
func joined(texts ...document.Text) document.Text {
	var whole document.Text
	for _, text := range texts {
		for _, run := range text {
			last := len(whole) - 1
			switch {
			case run.String == "":
			case last >= 0 && whole[last].Language == run.Language && whole[last].Strong == run.Strong:
				whole[last].String += run.String
			default:
				whole = append(whole, run)
			}
		}
	}
	return whole
}

// listed puts the texts that are written in a row with a comma between.
func listed(texts ...document.Text) document.Text { return separated(", ", texts...) }

// separated puts a sign between texts; between two of one language it is of that.
func separated(by string, texts ...document.Text) document.Text {
	var whole document.Text
	for _, text := range texts {
		if last := len(whole) - 1; last >= 0 && len(text) > 0 {
			between := document.Run{String: by}
			if whole[last].Language == text[0].Language {
				between.Language = text[0].Language
			}
			whole = joined(whole, document.Text{between})
		}
		whole = joined(whole, text)
	}
	return whole
}

// capitalized is the text with a capital letter at its beginning.
func capitalized(text document.Text) document.Text {
	whole := joined(text)
	if len(whole) > 0 {
		whole[0].String = capital(whole[0].String)
	}
	return whole
}

// named is a body's name in the language in which it is written.
func (e *edition) named(id model.EntityID) document.Text {
	if body := e.programme.Body(id); body != nil {
		if name := e.text(body.Name); len(name) > 0 {
			return name
		}
	}
	return document.Plain(e.say("missing.bodyName"))
}

// ownerNames are the owners, each in the language in which it is written.
func (e *edition) ownerNames() document.Text {
	var names []document.Text
	for _, owner := range e.programme.Owners {
		names = append(names, e.text(owner.Name))
	}
	return listed(names...)
}

// organNamed is the organ's own name in the language in which it is written, else
// the word for its kind, with a capital letter.
func (e *edition) organNamed(d *model.Decision) document.Text {
	if name := e.text(d.OrganName); len(name) > 0 {
		return capitalized(name)
	}
	return document.Plain(capital(e.organ(d)))
}

// meetingNamed is [edition.meeting] with the language of the organ's name.
func (e *edition) meetingNamed(d *model.Decision) document.Text {
	organ := e.organNamed(d)
	rest := strings.TrimPrefix(e.meeting(d), organ.String())
	return joined(organ, document.Plain(rest))
}
