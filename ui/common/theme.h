// The look as one value: every colour token, the type scale and the sizes of the design language.
// Nothing stores a colour: widgets, delegates and charts ask `Theme::of(this)` whenever they paint, and again on
// QEvent::PaletteChange. GUI thread only.
#pragma once

#include "qt/roles.h"

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;
class QWidget;

namespace dimsum {

enum class ThemeChoice { system, light, dark, highContrast };

// Factors of the system font: figure 1.70, title 1.46, section 1.15, text 1, small 0.92, caption 0.85.
enum class TypeSize { figure, title, section, text, small, caption };

struct Theme {
    bool dark = false;
    bool highContrast = false;
    QFont baseFont;

    QColor window, base, alt, panel, header;
    QColor line, line2, grid, control;
    QColor button, buttonDown, hover;
    QColor text, text2, text3, disabled;
    QColor accent, accentHover, accentTint, onAccent;
    QColor bamboo, bambooInk, bambooTint, bambooLine;
    QColor red, redTint, warn, warnTint, good, goodTint;
    QColor tier1, tier2, tier3, tier1Tint, tier2Tint, tier3Tint, onTier;
    QColor fit, fitTint, intent, intentTint, engagement, engagementTint;
    QColor band, slip, slipEdge;

    static Theme lightTheme();
    static Theme darkTheme();
    // Colours of the system palette, tints dropped.
    static Theme contrast(const QPalette &system);

    // The theme in force. `widget` may be null. Valid until the next applyTheme().
    static const Theme &of(const QWidget *widget = nullptr);

    QColor tierInk(int tier) const;  // 1 to 3; anything else text3
    QColor tierTint(int tier) const;
    QColor ink(Tone tone) const;
    QColor tint(Tone tone) const;

    // Bold means DemiBold (Bold where the family has no such cut). figure, title and section are DemiBold anyway.
    QFont font(TypeSize size, bool bold = false) const;
    QPalette palette() const;
};

// Distances and sizes of section 3 in device-independent pixels.
namespace metric {
inline constexpr int pageMargin = 12, panelGap = 10, panelPadding = 12, buttonGap = 6;
inline constexpr int tagRadius = 3, controlRadius = 4, panelRadius = 5, chipRadius = 12;
inline constexpr int menuBar = 26, toolBar = 44, steamerBand = 3, pageBar = 48, tabBar = 32, filterRow = 40;
inline constexpr int tableHeader = 29, row = 28, rowCompact = 24, rowRoomy = 32, twoLineRow = 46, dishRow = 40;
inline constexpr int courseBand = 23, panelHead = 34, dockTitle = 28, statusBar = 26;
inline constexpr int control = 28, controlSmall = 24, primary = 38;
inline constexpr int rail = 76, railIcons = 48, dock = 384, dockMin = 340, slip = 360, slipMin = 320;
inline constexpr int listPane = 206, scrollBar = 12, splitter = 7;
} // namespace metric

// Sets style (once), palette, font and theme of the application; may be called again at any time.
void applyTheme(QApplication &application, ThemeChoice choice);
// The choice of the last applyTheme(); system before it.
ThemeChoice themeChoice();

// `height` or what a line of `font` needs, whichever is more (CJK lines are taller).
int rowHeight(int height, const QFont &font);

} // namespace dimsum

Q_DECLARE_METATYPE(dimsum::ThemeChoice)
