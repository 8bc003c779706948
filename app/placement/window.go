package placement

import "fyne.io/fyne/v2"

// preference is where the placement is kept.
const preference = "window"

// Keeper puts a window where it stood, and remembers where it stands.
type Keeper struct {
	Window      fyne.Window
	Preferences fyne.Preferences
	// Areas returns the part of each screen that no task bar covers, in pixels,
	// the main screen's first.
	Areas func() []Area
}

// Restore puts the window, which is on the screen, where it stood when the
// program ended last, moved and shrunk onto the screens that there are now.
func (k Keeper) Restore() {
	areas := k.Areas()
	now, known := placed(k.Window)
	if !known {
		return
	}
	kept, readable := Parse(k.Preferences.String(preference))
	switch areas = measured(k.Window, areas); {
	case readable:
		put(k.Window, kept.Within(areas))
	case len(areas) > 0:
		put(k.Window, First(now.Width, now.Height, now.home(areas)))
	}
}

// Keep remembers where the window stands. A window that is gone leaves what was
// kept before.
func (k Keeper) Keep() {
	now, known := placed(k.Window)
	if known && now.possible() {
		k.Preferences.SetString(preference, now.String())
	}
}
