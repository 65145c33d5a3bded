// A workspace in a folder of its own that files are imported into.
#pragma once

#include "service/importing_service.h"
#include "service/workspace.h"
#include "store/integrity.h"

#include <QFile>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace dimsum::test {

struct ImportFixture {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("plan.dimsum"));
    std::unique_ptr<Workspace> workspace;

    ImportFixture()
    {
        auto created = Workspace::create(path, {}, [] { return std::int64_t{1'750'000'000'000}; });
        if (created)
            workspace = std::move(*created);
    }

    QString write(const char *name, const QByteArray &text) const
    {
        QFile file(folder.filePath(QLatin1String(name)));
        if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            file.write(text);
        return file.fileName();
    }

    std::string hash() const { return *contentHash(workspace->database()); }
};

inline ImportReport imported(ImportFixture &fixture, ImportKind kind, const QByteArray &text, std::optional<ImportPolicy> policy = {}, bool createAccounts = false)
{
    ImportRequest request;
    request.kind = kind;
    request.file = fixture.write("in.csv", text);
    request.policy = policy;
    request.createAccounts = createAccounts;
    const auto report = importFile(*fixture.workspace, request);
    if (!report) {
        qWarning("%s", plainText(report.error()).c_str());
        return {};
    }
    return *report;
}

// inserted updated unchanged duplicate rejected
inline QString figures(const ImportReport &report)
{
    return QStringLiteral("%1 = %2 %3 %4 %5 %6").arg(report.read).arg(report.inserted).arg(report.updated)
        .arg(report.unchanged).arg(report.duplicate).arg(report.rejected);
}

} // namespace dimsum::test
