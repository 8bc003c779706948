package workflow

import (
	"context"
	"fmt"

	"tavoitekartta/model"
	"tavoitekartta/model/colour"
)

// The names of the settings of the municipality.
const (
	SettingMunicipality = "municipality." // and the language: its name
	SettingCrest        = "municipality.crest"
	SettingColour       = "municipality.colour" // "#RRGGBB"
)

// Identity is how the municipality shows itself: in the head of the start page,
// as the owner that a new programme begins with, and on a report's cover. The
// empty one leaves all as the program's own look has it.
type Identity struct {
	Name   model.Text
	Crest  []byte // a PNG as [ReadCrest] makes it, nil for none
	Colour string // "#RRGGBB", "" for the usual one
}

// Identity returns the municipality's name, crest and colour as kept.
func (d *Desk) Identity(ctx context.Context) (Identity, error) {
	var identity Identity
	for _, l := range []model.Language{model.Finnish, model.Swedish} {
		name, err := d.store.Setting(ctx, SettingMunicipality+string(l))
		if err != nil {
			return Identity{}, fmt.Errorf("read identity: %w", err)
		}
		identity.Name = identity.Name.With(l, name)
	}
	crest, err := d.store.Setting(ctx, SettingCrest)
	if err != nil {
		return Identity{}, fmt.Errorf("read identity: %w", err)
	}
	if crest != "" {
		identity.Crest = []byte(crest)
	}
	kept, err := d.store.Setting(ctx, SettingColour)
	if err != nil {
		return Identity{}, fmt.Errorf("read identity: %w", err)
	}
	if c, err := colour.Parse(kept); err == nil {
		identity.Colour = c.String()
	}
	return identity, nil
}
