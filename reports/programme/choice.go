package programme

import (
	"fmt"
	"slices"

	"tavoitekartta/model"
)

// refused says why a report of a kind cannot be made of the programme: what is
// chosen is not in it, or no decision has locked it.
func refused(p *model.Programme, kind Kind, options Options) error {
	choice := options.Choice
	switch kind {
	case Approved:
		if options.Version == nil && !p.State.Locked() {
			return fmt.Errorf("%w: the programme is %q", ErrNotApproved, p.State)
		}
	case Agenda:
		if choice.Decision != "" && p.Decision(choice.Decision) == nil {
			return fmt.Errorf("%w: decision %q", ErrNotInProgramme, choice.Decision)
		}
	case Sections:
		for _, id := range choice.Sections {
			if !slices.ContainsFunc(p.Sections, func(s model.Section) bool { return s.ID == id }) {
				return fmt.Errorf("%w: section %q", ErrNotInProgramme, id)
			}
		}
	case BodySheet, Worksheet:
		if choice.Body != "" && p.Body(choice.Body) == nil {
			return fmt.Errorf("%w: body %q", ErrNotInProgramme, choice.Body)
		}
	case Extract:
		if goal, _ := p.Goal(choice.Goal); choice.Goal != "" && goal == nil {
			return fmt.Errorf("%w: goal %q", ErrNotInProgramme, choice.Goal)
		}
	}
	return nil
}
