package intake

import (
	"fmt"
	"strings"

	"tavoitekartta/model"
)

// The codes of what files can have wrong beside the model's own. Their words
// stand in the texts catalogue under "finding.<code>" like those of the model.
const (
	CodeNotJSON       model.Code = "fileUnreadable"  // the text is no JSON, or no text
	CodeTooLarge      model.Code = "fileTooLarge"    // Limit: megabytes
	CodeTooDeep       model.Code = "fileTooDeep"     // Limit: levels
	CodeTooMany       model.Code = "fileTooMany"     // Limit: values
	CodeUnknownForm   model.Code = "unknownForm"     // written by a newer program, or no description
	CodeUnknownField  model.Code = "unknownField"    // Word: the field
	CodeRepeatedField model.Code = "repeatedField"   // Word: the field
	CodeWrongType     model.Code = "wrongType"       // Word: what is expected there
	CodeBadCharacter  model.Code = "badCharacter"    // a control character, or a line break in a title
	CodeUnknownBody   model.Code = "unknownBody"     // Word: the name
	CodeNameMissing   model.Code = "nameMissing"     // a body of the register without a name
	CodeNoDate        model.Code = "noDate"          // Word: what stands there
	CodeTimetableForm model.Code = "timetableForm"   // neither years, a span, "ongoing" nor "none"
	CodeTwoWaysOfVote model.Code = "voteOrUnanimous" // a decision both unanimous and voted on
	CodeRoleMissing   model.Code = "roleMissing"     // an entry of the minutes without its role
)

// Problem is one thing in a file that cannot be taken in.
type Problem struct {
	Code  model.Code `json:"code"`
	Path  string     `json:"path"`            // "sections[2].goals[0].timetable", counted from 0; "" for the file
	Limit int        `json:"limit,omitempty"` // the limit broken, for codes that have one
	Word  string     `json:"word,omitempty"`  // what stands there, for codes that name it
}

// Problems are all that a file has wrong, in the order of the file.
type Problems []Problem

// Error lists the codes and paths, for logs; people read words made of them.
func (p Problems) Error() string {
	parts := make([]string, len(p))
	for i, problem := range p {
		parts[i] = fmt.Sprintf("%s at %q", problem.Code, problem.Path)
	}
	return "file: " + strings.Join(parts, "; ")
}
