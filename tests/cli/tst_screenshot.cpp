// `dimsum screenshot`: the picture has the size asked for, wrong words exit with 2, the workspace stays as it is.
#include "support/program_run.h"

#include <QImage>
#include <QSet>
#include <QTemporaryDir>

using namespace dimsum::test;

class TestScreenshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pictureHasTheSize();
    void themesDiffer();
    void tabsDiffer();
    void firstRunNeedsNoWorkspace();
    void wrongWords_data();
    void wrongWords();
    void workspaceStaysAsItIs();
    void missingWorkspaceIsTold();
    void unwritableFileIsTold();

private:
    int run(const QStringList &words) const
    {
        return runProgram(QStringList{QStringLiteral("screenshot")} + words).exitCode;
    }
    QStringList words(const QString &page, const QString &out) const
    {
        return {m_workspace, QStringLiteral("--page"), page, QStringLiteral("--out"), out};
    }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    static QByteArray hash(const QString &path)
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? QCryptographicHash::hash(in.readAll(), QCryptographicHash::Sha256)
                                            : QByteArray();
    }

    QTemporaryDir m_folder;
    QString m_workspace;
};

void TestScreenshot::initTestCase()
{
    m_workspace = file(QStringLiteral("small.dimsum"));
    COMPARE_EXIT(runProgram({QStringLiteral("demo"), m_workspace}), 0);
}

void TestScreenshot::pictureHasTheSize()
{
    const QString out = file(QStringLiteral("today.png"));
    QCOMPARE(run(words(QStringLiteral("today"), out) + QStringList{QStringLiteral("--size"), QStringLiteral("1000x700")}), 0);
    const QImage picture(out);
    QCOMPARE(picture.size(), QSize(1000, 700));
    // Not one colour: something was drawn.
    QSet<QRgb> colours;
    for (int x = 0; x < picture.width(); x += 7) {
        for (int y = 0; y < picture.height(); y += 7)
            colours.insert(picture.pixel(x, y));
    }
    QVERIFY(colours.size() > 20);
}

void TestScreenshot::themesDiffer()
{
    const QString light = file(QStringLiteral("light.png")), dark = file(QStringLiteral("dark.png"));
    QCOMPARE(run(words(QStringLiteral("settings"), light) + QStringList{QStringLiteral("--theme"), QStringLiteral("light")}), 0);
    QCOMPARE(run(words(QStringLiteral("settings"), dark) + QStringList{QStringLiteral("--theme"), QStringLiteral("dark")}), 0);
    QVERIFY(qGray(QImage(light).pixel(700, 800)) > 200);
    QVERIFY(qGray(QImage(dark).pixel(700, 800)) < 60);
}

void TestScreenshot::tabsDiffer()
{
    const QString first = file(QStringLiteral("tab.png")), second = file(QStringLiteral("tab2.png"));
    QCOMPARE(run(words(QStringLiteral("insights"), first)), 0);
    QCOMPARE(run(words(QStringLiteral("insights"), second) + QStringList{QStringLiteral("--tab"), QStringLiteral("4")}), 0);
    QVERIFY(QImage(first) != QImage(second));
    QCOMPARE(run(words(QStringLiteral("insights"), second) + QStringList{QStringLiteral("--tab"), QStringLiteral("0")}), 2);
}

void TestScreenshot::firstRunNeedsNoWorkspace()
{
    const QString out = file(QStringLiteral("first.png"));
    QCOMPARE(run({QStringLiteral("none.dimsum"), QStringLiteral("--page"), QStringLiteral("first-run"),
                  QStringLiteral("--out"), out}),
             0);
    QVERIFY(!QImage(out).isNull());
}

void TestScreenshot::wrongWords_data()
{
    QTest::addColumn<QStringList>("more");
    const auto row = [](const char *name, const QStringList &more) { QTest::newRow(name) << more; };
    row("size without x", {QStringLiteral("--size"), QStringLiteral("1440")});
    row("size too small", {QStringLiteral("--size"), QStringLiteral("10x10")});
    row("size too large", {QStringLiteral("--size"), QStringLiteral("1440x99999")});
    row("scale is no number", {QStringLiteral("--scale"), QStringLiteral("big")});
    row("scale of zero", {QStringLiteral("--scale"), QStringLiteral("0")});
    row("theme", {QStringLiteral("--theme"), QStringLiteral("pink")});
    row("language", {QStringLiteral("--language"), QStringLiteral("tlh")});
}

void TestScreenshot::wrongWords()
{
    QFETCH(QStringList, more);
    const QString out = file(QStringLiteral("wrong.png"));
    QCOMPARE(run(words(QStringLiteral("today"), out) + more), 2);
    QVERIFY(!QFile::exists(out));
}

void TestScreenshot::workspaceStaysAsItIs()
{
    const QByteArray before = hash(m_workspace);
    const QStringList files = QDir(m_folder.path()).entryList({QStringLiteral("small*")}, QDir::Files);
    QCOMPARE(run(words(QStringLiteral("orders"), file(QStringLiteral("orders.png")))), 0);
    QCOMPARE(hash(m_workspace), before);
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("small*")}, QDir::Files), files);
}

void TestScreenshot::missingWorkspaceIsTold()
{
    QCOMPARE(run({file(QStringLiteral("none.dimsum")), QStringLiteral("--page"), QStringLiteral("today"),
                  QStringLiteral("--out"), file(QStringLiteral("none.png"))}),
             1);
    QVERIFY(!QFile::exists(file(QStringLiteral("none.png"))));
}

void TestScreenshot::unwritableFileIsTold()
{
    QCOMPARE(run(words(QStringLiteral("today"), file(QStringLiteral("no/such/folder/today.png")))), 1);
}

QTEST_GUILESS_MAIN(TestScreenshot)
#include "tst_screenshot.moc"
