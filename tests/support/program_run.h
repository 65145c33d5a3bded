// Runs the real program as a person or a script would, and looks at what it left behind.
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QStringList>
#include <QTest>

namespace dimsum::test {

struct Run {
    int exitCode = -1;
    QByteArray out, err;

    // The one object of --json; empty where the output is anything else.
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QByteArray story() const { return "exit " + QByteArray::number(exitCode) + "\nout: " + out.left(1500) + "\nerr: " + err.left(1500); }
};

inline QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("DISPLAY")); // no subcommand needs one
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    return environment;
}

inline Run runProgram(const QStringList &words, int timeout = 240'000)
{
    QProcess process;
    process.setProcessEnvironment(plainEnvironment());
    process.start(QStringLiteral(DIMSUM_PROGRAM), words);
    Run run;
    if (!process.waitForFinished(timeout)) {
        process.kill();
        process.waitForFinished();
        run.err = "did not finish";
        return run;
    }
    run.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

// Everything that a workspace holds, row by row: equal before and after means that nothing changed.
inline QByteArray contentHash(const QString &workspace)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QString name = QStringLiteral("contentHash");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(workspace);
        if (!database.open())
            return "cannot open";
        QStringList tables;
        QSqlQuery list(database);
        list.exec(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"));
        while (list.next())
            tables.append(list.value(0).toString());
        for (const QString &table : tables) {
            hash.addData(table.toUtf8());
            QSqlQuery rows(database);
            rows.setForwardOnly(true);
            rows.exec(QStringLiteral("SELECT * FROM \"%1\"").arg(table));
            while (rows.next()) {
                for (int i = 0; i < rows.record().count(); ++i) {
                    hash.addData(rows.value(i).toByteArray());
                    hash.addData(QByteArrayView("\x1f", 1));
                }
            }
        }
    }
    QSqlDatabase::removeDatabase(name);
    return hash.result().toHex();
}

inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Rows of a CSV file without its header; good enough for files without line feeds inside cells.
inline qsizetype rowCount(const QString &path)
{
    return readFile(path).count('\n') - 1;
}

} // namespace dimsum::test

// Fails with the whole story of the run.
#define COMPARE_EXIT(run, code) QVERIFY2((run).exitCode == (code), (run).story().constData())
