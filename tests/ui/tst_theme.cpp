// The theme keeps the promises of the design language: contrast, distinct tiers, switching, and the icons exist.
#include "ui/common/icon.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QFile>
#include <QTest>

#include <cmath>

using namespace dimsum;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data();
    void textIsReadable();
    void switchingChangesThemeAndPalette();
    void highContrastDropsTints();
    void fontsFollowTheScale();
    void everyNamedIconIsCompiledIn();
    void iconsTakeTheInkOfTheTheme();
};

void ThemeTest::textIsReadable_data()
{
    QTest::addColumn<ThemeChoice>("choice");
    QTest::newRow("light") << ThemeChoice::light;
    QTest::newRow("dark") << ThemeChoice::dark;
}

void ThemeTest::textIsReadable()
{
    QFETCH(ThemeChoice, choice);
    const Theme t = choice == ThemeChoice::light ? Theme::lightTheme() : Theme::darkTheme();
    for (const QColor &ground : {t.base, t.window, t.panel, t.header, t.slip}) {
        for (const QColor &ink : {t.text, t.text2, t.text3, t.accent, t.red, t.warn, t.tier1, t.tier2, t.tier3})
            QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(ink.name() + QStringLiteral(" on ") + ground.name()));
        for (const QColor &mark : {t.control, t.fit, t.intent, t.engagement})
            QVERIFY2(contrast(mark, ground) >= 3.0, qPrintable(mark.name() + QStringLiteral(" on ") + ground.name()));
    }
    QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
    QVERIFY(contrast(t.bambooInk, t.bambooTint) >= 4.5);
    QVERIFY(contrast(t.red, t.redTint) >= 4.5);
    QVERIFY(contrast(t.warn, t.warnTint) >= 4.5);
    QVERIFY(contrast(t.text3, t.accentTint) >= 4.5);
}

void ThemeTest::switchingChangesThemeAndPalette()
{
    applyTheme(*qApp, ThemeChoice::light);
    QVERIFY(!Theme::of().dark);
    QVERIFY(qobject_cast<Style *>(QApplication::style()));
    QCOMPARE(qApp->palette().color(QPalette::Window), QColor(QStringLiteral("#F4F2ED")));
    applyTheme(*qApp, ThemeChoice::dark);
    QVERIFY(Theme::of().dark);
    QCOMPARE(themeChoice(), ThemeChoice::dark);
    QCOMPARE(qApp->palette().color(QPalette::Window), QColor(QStringLiteral("#201F1B")));
    QCOMPARE(qApp->palette().color(QPalette::Disabled, QPalette::Text), Theme::of().disabled);
}

void ThemeTest::highContrastDropsTints()
{
    const Theme t = Theme::contrast(QPalette());
    QVERIFY(t.highContrast);
    QCOMPARE(t.redTint, t.base);
    QCOMPARE(t.red, t.text);
}

void ThemeTest::fontsFollowTheScale()
{
    applyTheme(*qApp, ThemeChoice::light);
    const Theme &t = Theme::of();
    QVERIFY(QFontMetrics(t.font(TypeSize::title)).height() > QFontMetrics(t.font(TypeSize::text)).height());
    QVERIFY(QFontMetrics(t.font(TypeSize::small)).height() <= QFontMetrics(t.font(TypeSize::text)).height());
    QCOMPARE(t.font(TypeSize::text, true).weight(), QFont::DemiBold);
    QCOMPARE(rowHeight(metric::row, t.baseFont), std::max(metric::row, QFontMetrics(t.baseFont).height() + 10));
    // Figures stand under each other only when they are of one width.
    const QFontMetricsF figures(t.baseFont);
    QCOMPARE(figures.horizontalAdvance(QLatin1Char('1')), figures.horizontalAdvance(QLatin1Char('8')));
}

void ThemeTest::everyNamedIconIsCompiledIn()
{
    QFile list(QStringLiteral(DIMSUM_SOURCE_DIR "/resources/icons/bootstrap.txt"));
    QVERIFY(list.open(QIODevice::ReadOnly));
    int count = 0;
    while (!list.atEnd()) {
        const QString line = QString::fromUtf8(list.readLine()).trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        QVERIFY2(hasIcon(line.section(QLatin1Char(' '), 0, 0)), qPrintable(line));
        ++count;
    }
    QVERIFY(count > 60);
    for (const char *own : {"steamer", "menu", "slip", "steam", "tick", "app"})
        QVERIFY2(hasIcon(QString::fromLatin1(own)), own);
    QVERIFY(themedIcon(QStringLiteral("no such icon")).isNull());
}

void ThemeTest::iconsTakeTheInkOfTheTheme()
{
    const auto darkest = [](const QIcon &icon) {
        const QImage image = icon.pixmap(QSize(16, 16), 2.0).toImage();
        QColor ink;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() == 255)
                    ink = image.pixelColor(x, y);
            }
        }
        return ink;
    };
    const QIcon icon = themedIcon(QStringLiteral("late"), Tone::red);
    applyTheme(*qApp, ThemeChoice::light);
    QCOMPARE(darkest(icon), Theme::of().red);
    applyTheme(*qApp, ThemeChoice::dark);
    QCOMPARE(darkest(icon), Theme::of().red); // the same icon, asked again
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
