// Large files are known by what changes whenever anybody writes to them.
#include "store/checked_files.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace dimsum;

class TestCheckedFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("plan.dimsum"));
        write(QByteArray(5000, 'x'));
    }

    void rememberedUntilAnybodyWrites()
    {
        const CheckedFiles files(m_folder->filePath(QStringLiteral("notes")), 4096);
        QVERIFY(!files.knownWhole(m_path));
        files.remember(m_path);
        QVERIFY(files.knownWhole(m_path));
        // One byte, the size as before and the time of writing set back: still told.
        const QDateTime before = QFileInfo(m_path).lastModified();
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(100) && file.write("y") == 1);
        QVERIFY(file.flush() && file.setFileTime(before, QFileDevice::FileModificationTime));
        file.close();
        QVERIFY(!files.knownWhole(m_path));
        files.remember(m_path);
        QVERIFY(files.knownWhole(m_path));
        files.forget(m_path);
        QVERIFY(!files.knownWhole(m_path));
    }

    void aLogLeftOverFromACrashIsALook()
    {
        const CheckedFiles files(m_folder->filePath(QStringLiteral("notes")), 4096);
        files.remember(m_path);
        QFile log(m_path + QStringLiteral("-wal"));
        QVERIFY(log.open(QIODevice::WriteOnly) && log.write("frame") == 5);
        log.close();
        QVERIFY(!files.knownWhole(m_path));
    }

    void anotherFileUnderTheSameNameIsALook()
    {
        const CheckedFiles files(m_folder->filePath(QStringLiteral("notes")), 4096);
        files.remember(m_path);
        QVERIFY(QFile::rename(m_path, m_path + QStringLiteral(".old")));
        write(QByteArray(5000, 'x'));
        QVERIFY(!files.knownWhole(m_path));
    }

    void smallFilesAreNeverRemembered()
    {
        const CheckedFiles files(m_folder->filePath(QStringLiteral("notes")), 5001);
        files.remember(m_path);
        QVERIFY(!files.knownWhole(m_path));
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("notes"))));
    }

private:
    void write(const QByteArray &bytes)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestCheckedFiles)
#include "tst_checked_files.moc"
