// The gallery builds and paints in every theme; with DIMSUM_SHOTS=folder the pictures are kept for comparison.
#include "ui/common/component_gallery.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace dimsum;

class ComponentGalleryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paintsInEveryTheme_data();
    void paintsInEveryTheme();
};

void ComponentGalleryTest::paintsInEveryTheme_data()
{
    QTest::addColumn<ThemeChoice>("choice");
    QTest::newRow("light") << ThemeChoice::light;
    QTest::newRow("dark") << ThemeChoice::dark;
    QTest::newRow("contrast") << ThemeChoice::highContrast;
}

void ComponentGalleryTest::paintsInEveryTheme()
{
    QFETCH(ThemeChoice, choice);
    applyTheme(*qApp, choice);
    ComponentGallery gallery;
    gallery.resize(720, 1100);
    gallery.show();
    QVERIFY(QTest::qWaitForWindowExposed(&gallery));
    const QImage picture = gallery.grab().toImage();
    QCOMPARE(picture.pixelColor(2, 2), Theme::of().window);
    // Something in the accent of the theme must be there: the primary button's face.
    int accent = 0;
    for (int y = 0; y < picture.height(); y += 2) {
        for (int x = 0; x < picture.width(); x += 2)
            accent += picture.pixelColor(x, y) == Theme::of().accent;
    }
    QVERIFY(accent > 200);
    if (const QString folder = qEnvironmentVariable("DIMSUM_SHOTS"); !folder.isEmpty())
        picture.save(QDir(folder).filePath(QStringLiteral("gallery-%1-%2.png").arg(QString::fromLatin1(QTest::currentDataTag()))
                                               .arg(gallery.devicePixelRatioF())));
}

QTEST_MAIN(ComponentGalleryTest)
#include "tst_component_gallery.moc"
