// Package translationwords puts what concerns translations into words: where a
// text stands, what a translator's file says beside the texts, and which figures
// differ. The window and the commands say it in the same sentences. It imports
// the catalogue, the model and the use cases, and no Fyne.
package translationwords

import (
	"strings"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/translationfile"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// Place names where a text stands: "Tavoite 1.2, nimi". Numbers are those of
// [workflow.Work.TextNumbers].
func Place(words *texts.Catalogue, ref model.TextRef, numbers map[model.EntityID]string) string {
	place := words.T("translation.kind." + string(ref.Kind))
	if number := numbers[ref.Entity]; number != "" {
		place += " " + number
	}
	return place + ", " + field(words, ref)
}

func field(words *texts.Catalogue, ref model.TextRef) string {
	key := "translation.field." + string(ref.Field)
	if own := key + "." + string(ref.Kind); words.Has(own) {
		key = own
	}
	return words.T(key)
}

// Notes are the words beside the texts of a file.
func Notes(words *texts.Catalogue, numbers map[model.EntityID]string) workflow.TranslationNotes {
	return workflow.TranslationNotes{
		Where:     func(ref model.TextRef) string { return Place(words, ref, numbers) },
		OutOfDate: words.T("translation.noteOutOfDate"),
	}
}

// Headings are the words of a workbook with texts from one language in another.
func Headings(words *texts.Catalogue, source, target model.Language) translationfile.Headings {
	return translationfile.Headings{
		Sheet: words.T("translation.sheet"), Key: words.T("translation.column.key"), Where: words.T("translation.column.where"),
		Original: words.T("language." + string(source)), Translation: words.T("language." + string(target)),
		Note: words.T("translation.column.note"), Instruction: words.T("translation.instruction." + string(target)),
	}
}

// Figures says which figures differ between an original and its translation.
func Figures(words *texts.Catalogue, d model.FigureDifference) string {
	list := func(figures []string) string {
		if len(figures) == 0 {
			return words.T("translation.figuresNone")
		}
		return strings.Join(figures, ", ")
	}
	return words.T("translation.figures", "original", list(d.Only), "translation", list(d.OtherOnly))
}
