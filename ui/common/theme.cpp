#include "ui/common/theme.h"

#include "ui/common/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QFontInfo>
#include <QStyle>
#include <QVariant>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <memory>

using SharedTheme = std::shared_ptr<const dimsum::Theme>;
Q_DECLARE_METATYPE(SharedTheme)

namespace dimsum {

namespace {

constexpr const char *themeProperty = "dimsumTheme";
constexpr const char *choiceProperty = "dimsumThemeChoice";
constexpr const char *systemPaletteProperty = "dimsumSystemPalette";

QColor rgb(unsigned value)
{
    return QColor::fromRgb(static_cast<QRgb>(value | 0xff000000u));
}

QFont systemFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    QStringList families{font.family()};
    // Without a desktop Qt names a generic family at a size nobody chose: then the look of the design is taken.
    const QString name = font.family().toLower();
    if (name.startsWith(QStringLiteral("sans")) || name == QStringLiteral("helvetica") || name.isEmpty()) {
        families.clear();
        font.setPixelSize(13);
    }
    families << QStringLiteral("Noto Sans") << QStringLiteral("Segoe UI") << QStringLiteral("Noto Sans CJK TC")
             << QStringLiteral("Microsoft JhengHei") << QStringLiteral("PingFang TC");
    font.setFamilies(families);
    return font;
}

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrastOf(const QColor &a, const QColor &b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Theme themeOf(ThemeChoice choice, const QPalette &system)
{
    const bool darkSystem = system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
    switch (choice) {
    case ThemeChoice::light:
        return Theme::lightTheme();
    case ThemeChoice::dark:
        return Theme::darkTheme();
    case ThemeChoice::highContrast:
        return Theme::contrast(system);
    case ThemeChoice::system:
        break;
    }
    // A system that offers less contrast than any of its text needs has been set up by hand: its colours win.
    if (contrastOf(system.color(QPalette::Text), system.color(QPalette::Base)) < 10)
        return Theme::contrast(system);
    return darkSystem ? Theme::darkTheme() : Theme::lightTheme();
}

} // namespace

Theme Theme::lightTheme()
{
    Theme t;
    t.baseFont = systemFont();
    t.window = rgb(0xF4F2ED), t.base = rgb(0xFFFEFC), t.alt = rgb(0xFAF8F4), t.panel = rgb(0xECE9E2);
    t.header = rgb(0xF1EEE7), t.line = rgb(0xDED9CE), t.line2 = rgb(0xC9C2B4), t.grid = rgb(0xE8E4DB);
    t.control = rgb(0x857F71), t.button = rgb(0xFBFAF7), t.buttonDown = rgb(0xE7E3DA), t.hover = rgb(0xF3F0E8);
    t.text = rgb(0x23211C), t.text2 = rgb(0x534F46), t.text3 = rgb(0x6A655A), t.disabled = rgb(0x9B9588);
    t.accent = rgb(0x2C6A4D), t.accentHover = rgb(0x245A41), t.accentTint = rgb(0xE0ECE4);
    t.onAccent = rgb(0xFFFFFF);
    t.bamboo = rgb(0xC6A264), t.bambooInk = rgb(0x7A5C22), t.bambooTint = rgb(0xF7EFDF);
    t.bambooLine = rgb(0xD9C191);
    t.red = rgb(0xA6312A), t.redTint = rgb(0xF9E5E1), t.warn = rgb(0x805400), t.warnTint = rgb(0xFAEFD6);
    t.good = t.accent, t.goodTint = t.accentTint;
    t.tier1 = rgb(0x1F5A96), t.tier2 = rgb(0x985300), t.tier3 = rgb(0x5B636C);
    t.tier1Tint = rgb(0xE1EBF5), t.tier2Tint = rgb(0xFBEAD2), t.tier3Tint = rgb(0xE9EBEC);
    t.onTier = rgb(0xFFFFFF);
    t.fit = rgb(0x93713A), t.fitTint = rgb(0xEFE5D2), t.intent = rgb(0x74478F), t.intentTint = rgb(0xEEE4F3);
    t.engagement = rgb(0x0A706E), t.engagementTint = rgb(0xDCEDEB);
    t.band = rgb(0xEFE9DB), t.slip = rgb(0xFFFDF6), t.slipEdge = rgb(0xDCCFB0);
    return t;
}

Theme Theme::darkTheme()
{
    Theme t;
    t.dark = true;
    t.baseFont = systemFont();
    t.window = rgb(0x201F1B), t.base = rgb(0x272621), t.alt = rgb(0x2B2A25), t.panel = rgb(0x1A1916);
    t.header = rgb(0x2D2B26), t.line = rgb(0x3B3933), t.line2 = rgb(0x4C4941), t.grid = rgb(0x35332D);
    t.control = rgb(0x857F70), t.button = rgb(0x34322C), t.buttonDown = rgb(0x201F1B), t.hover = rgb(0x302E29);
    t.text = rgb(0xECE8DE), t.text2 = rgb(0xC2BCAE), t.text3 = rgb(0xA39D8F), t.disabled = rgb(0x746F64);
    t.accent = rgb(0x7FC79F), t.accentHover = rgb(0x93D4B0), t.accentTint = rgb(0x24392D);
    t.onAccent = rgb(0x10241A);
    t.bamboo = rgb(0xA9874F), t.bambooInk = rgb(0xD6B57C), t.bambooTint = rgb(0x332D20);
    t.bambooLine = rgb(0x6A5735);
    t.red = rgb(0xF1897C), t.redTint = rgb(0x42241F), t.warn = rgb(0xE6B85F), t.warnTint = rgb(0x3B3019);
    t.good = t.accent, t.goodTint = t.accentTint;
    t.tier1 = rgb(0x78B5F0), t.tier2 = rgb(0xEDAE55), t.tier3 = rgb(0xAFB8C2);
    t.tier1Tint = rgb(0x1F3347), t.tier2Tint = rgb(0x432F14), t.tier3Tint = rgb(0x35393C);
    t.onTier = rgb(0x14202C);
    t.fit = rgb(0xCBA866), t.fitTint = rgb(0x3A3220), t.intent = rgb(0xC59FDF), t.intentTint = rgb(0x37293F);
    t.engagement = rgb(0x5FC3BF), t.engagementTint = rgb(0x1C3736);
    t.band = rgb(0x33302A), t.slip = rgb(0x2E2C25), t.slipEdge = rgb(0x5A4C30);
    return t;
}

Theme Theme::contrast(const QPalette &system)
{
    Theme t;
    t.highContrast = true;
    t.baseFont = systemFont();
    const QColor ground = system.color(QPalette::Base), ink = system.color(QPalette::Text);
    const QColor lit = system.color(QPalette::Highlight);
    t.dark = ground.lightness() < ink.lightness();
    for (QColor Theme::*token : {&Theme::window, &Theme::base, &Theme::alt, &Theme::panel, &Theme::header,
                                 &Theme::button, &Theme::hover, &Theme::bambooTint, &Theme::redTint,
                                 &Theme::warnTint, &Theme::goodTint, &Theme::tier1Tint, &Theme::tier2Tint,
                                 &Theme::tier3Tint, &Theme::fitTint, &Theme::intentTint, &Theme::engagementTint,
                                 &Theme::band, &Theme::slip, &Theme::accentTint, &Theme::buttonDown})
        t.*token = ground;
    for (QColor Theme::*token : {&Theme::line, &Theme::line2, &Theme::grid, &Theme::control, &Theme::text,
                                 &Theme::text2, &Theme::text3, &Theme::bamboo, &Theme::bambooInk,
                                 &Theme::bambooLine, &Theme::red, &Theme::warn, &Theme::good, &Theme::tier1,
                                 &Theme::tier2, &Theme::tier3, &Theme::fit, &Theme::intent, &Theme::engagement,
                                 &Theme::slipEdge})
        t.*token = ink;
    t.disabled = system.color(QPalette::Disabled, QPalette::Text);
    t.accent = t.accentHover = lit;
    t.onAccent = system.color(QPalette::HighlightedText);
    t.onTier = ground;
    return t;
}

const Theme &Theme::of(const QWidget *)
{
    if (qApp) {
        const QVariant stored = qApp->property(themeProperty);
        if (stored.isValid())
            return *stored.value<SharedTheme>(); // the property keeps it alive until the next applyTheme()
    }
    static const Theme fallback = lightTheme();
    return fallback;
}

QColor Theme::tierInk(int tier) const
{
    return tier == 1 ? tier1 : tier == 2 ? tier2 : tier == 3 ? tier3 : text3;
}

QColor Theme::tierTint(int tier) const
{
    return tier == 1 ? tier1Tint : tier == 2 ? tier2Tint : tier == 3 ? tier3Tint : panel;
}

QColor Theme::ink(Tone tone) const
{
    switch (tone) {
    case Tone::plain: return text;
    case Tone::secondary: return text2;
    case Tone::muted: return text3;
    case Tone::accent: return accent;
    case Tone::good: return good;
    case Tone::warn: return warn;
    case Tone::red: return red;
    case Tone::bamboo: return bambooInk;
    case Tone::tier1: return tier1;
    case Tone::tier2: return tier2;
    case Tone::tier3: return tier3;
    case Tone::fit: return fit;
    case Tone::intent: return intent;
    case Tone::engagement: return engagement;
    case Tone::off: return line;
    }
    return text;
}

QColor Theme::tint(Tone tone) const
{
    switch (tone) {
    case Tone::accent: return accentTint;
    case Tone::good: return goodTint;
    case Tone::warn: return warnTint;
    case Tone::red: return redTint;
    case Tone::bamboo: return bambooTint;
    case Tone::tier1: return tier1Tint;
    case Tone::tier2: return tier2Tint;
    case Tone::tier3: return tier3Tint;
    case Tone::fit: return fitTint;
    case Tone::intent: return intentTint;
    case Tone::engagement: return engagementTint;
    case Tone::plain:
    case Tone::secondary:
    case Tone::muted:
    case Tone::off: break;
    }
    return panel;
}

QFont Theme::font(TypeSize size, bool bold) const
{
    static constexpr double factors[] = {1.70, 1.46, 1.15, 1.0, 0.92, 0.85};
    const double factor = factors[static_cast<int>(size)];
    QFont result = baseFont;
    if (baseFont.pixelSize() > 0)
        result.setPixelSize(static_cast<int>(std::lround(baseFont.pixelSize() * factor)));
    else
        result.setPointSizeF(baseFont.pointSizeF() * factor);
    if (bold || size == TypeSize::figure || size == TypeSize::title || size == TypeSize::section)
        result.setWeight(QFont::DemiBold);
    return result;
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, window);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                            QPalette::Shadow})
        p.setColor(role, text);
    p.setColor(QPalette::Base, base);
    p.setColor(QPalette::AlternateBase, alt);
    p.setColor(QPalette::Button, button);
    p.setColor(QPalette::ToolTipBase, slip);
    p.setColor(QPalette::PlaceholderText, text3);
    p.setColor(QPalette::Highlight, accent);
    p.setColor(QPalette::HighlightedText, onAccent);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::Light, button);
    p.setColor(QPalette::Midlight, hover);
    p.setColor(QPalette::Mid, line2);
    p.setColor(QPalette::Dark, control);
    p.setColor(QPalette::BrightText, red);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, disabled);
    p.setColor(QPalette::Disabled, QPalette::Button, window);
    return p;
}

void applyTheme(QApplication &application, ThemeChoice choice)
{
    if (!application.property(systemPaletteProperty).isValid())
        application.setProperty(systemPaletteProperty, application.palette());
    const auto system = application.property(systemPaletteProperty).value<QPalette>();
    const auto theme = std::make_shared<const Theme>(themeOf(choice, system));
    application.setProperty(themeProperty, QVariant::fromValue<SharedTheme>(theme));
    application.setProperty(choiceProperty, static_cast<int>(choice));
    if (!qobject_cast<Style *>(QApplication::style()))
        QApplication::setStyle(new Style);
    QApplication::setFont(theme->baseFont);
    QApplication::setFont(theme->font(TypeSize::small), "QHeaderView");
    QApplication::setFont(theme->font(TypeSize::small), "QStatusBar");
    QApplication::setFont(theme->font(TypeSize::small), "QTipLabel");
    QApplication::setPalette(theme->palette());
}

ThemeChoice themeChoice()
{
    const QVariant stored = qApp ? qApp->property(choiceProperty) : QVariant();
    return stored.isValid() ? static_cast<ThemeChoice>(stored.toInt()) : ThemeChoice::system;
}

int rowHeight(int height, const QFont &font)
{
    return std::max(height, QFontMetrics(font).height() + 10);
}

} // namespace dimsum
