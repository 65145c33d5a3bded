// Who may include whom (arrows only downwards). The linker does not keep a layer from including a header of a layer
// above it or of a Qt module it does not link, so this test reads every #include of the program.
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QtTest>

namespace {

struct Layer {
    QString folder;          // below the source directory
    QStringList own;         // first path parts of allowed quoted includes
    QStringList qtModules;   // allowed Qt modules
};

const QList<Layer> layers = {
    {u"models/domain"_qs, {u"domain"_qs}, {}},
    {u"models/store"_qs, {u"store"_qs, u"domain"_qs}, {u"QtCore"_qs, u"QtSql"_qs}},
    {u"models/exchange"_qs, {u"exchange"_qs, u"domain"_qs}, {u"QtCore"_qs}},
    {u"models/service"_qs, {u"service"_qs, u"store"_qs, u"exchange"_qs, u"domain"_qs}, {u"QtCore"_qs, u"QtConcurrent"_qs}},
    {u"models/qt"_qs, {u"qt"_qs, u"service"_qs, u"domain"_qs}, {u"QtCore"_qs, u"QtGui"_qs}},
    {u"ui"_qs, {u"ui"_qs, u"qt"_qs, u"service"_qs, u"domain"_qs},
     {u"QtCore"_qs, u"QtGui"_qs, u"QtWidgets"_qs, u"QtCharts"_qs, u"QtSvg"_qs, u"QtPrintSupport"_qs}},
};

// "#include <QSqlQuery>" names no module: the header's real folder tells.
QString moduleOf(const QString &header)
{
    static QMap<QString, QString> known;
    if (header.contains(u'/'))
        return header.section(u'/', 0, 0);
    if (known.isEmpty()) {
        const QString root = QLibraryInfo::path(QLibraryInfo::HeadersPath);
        const QStringList modules = QDir(root).entryList({u"Qt*"_qs}, QDir::Dirs);
        for (const QString &module : modules) {
            const QStringList headers = QDir(root + u'/' + module).entryList(QDir::Files);
            for (const QString &name : headers)
                known.insert(name, module);
        }
    }
    return known.value(header);
}

QStringList sourcesOf(const QString &folder)
{
    QStringList files;
    QDirIterator it(QStringLiteral(DIMSUM_SOURCE_DIR "/") + folder, {u"*.h"_qs, u"*.cpp"_qs}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        files << it.next();
    files.sort();
    return files;
}

QStringList violations(const Layer &layer)
{
    // No raw string: moc of Qt 6.4 loses the class behind a prefixed one.
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    QStringList found;
    for (const QString &path : sourcesOf(layer.folder)) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {u"cannot read "_qs + path};
        const QString text = QString::fromUtf8(file.readAll());
        for (auto it = pattern.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            const QString header = match.captured(2);
            bool allowed = true;
            if (match.captured(1) == u"\"") {
                const QString first = header.section(u'/', 0, 0);
                allowed = layer.own.contains(first) || header.endsWith(u".moc")
                          || QFile::exists(QFileInfo(path).path() + u'/' + header);
            } else if (header.startsWith(u'Q')) {
                const QString module = moduleOf(header);
                allowed = layer.qtModules.contains(module);
            }
            if (!allowed)
                found << QDir(QStringLiteral(DIMSUM_SOURCE_DIR)).relativeFilePath(path) + u" includes "_qs + header;
        }
    }
    return found;
}

} // namespace

class TestIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrowsPointDownwards_data()
    {
        QTest::addColumn<int>("layer");
        for (qsizetype i = 0; i < layers.size(); ++i)
            QTest::newRow(qPrintable(layers[i].folder)) << int(i);
    }

    void arrowsPointDownwards()
    {
        QFETCH(int, layer);
        QVERIFY2(!sourcesOf(layers[layer].folder).isEmpty(), "no sources read: the test looks in the wrong folder");
        QCOMPARE(violations(layers[layer]).join(u'\n'), QString());
    }

    // SQL lives in the store alone.
    void sqlOnlyInTheStore()
    {
        static const QRegularExpression sql(
            QStringLiteral("\"\\s*(SELECT|INSERT|UPDATE|DELETE|CREATE TABLE|PRAGMA)\\s"));
        QStringList found;
        for (const QString &folder : {u"models/domain"_qs, u"models/exchange"_qs, u"models/service"_qs, u"models/qt"_qs,
                                      u"ui"_qs, u"app"_qs}) {
            for (const QString &path : sourcesOf(folder)) {
                QFile file(path);
                QVERIFY(file.open(QIODevice::ReadOnly));
                if (QString::fromUtf8(file.readAll()).contains(sql))
                    found << path;
            }
        }
        QCOMPARE(found.join(u'\n'), QString());
    }
};

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_includes.moc"
