// A window that only remembers what a page wished of it.
#pragma once

#include "ui/navigation.h"

#include "qt/wording.h"

#include <QStringList>

namespace dimsum {

class FakeNavigation : public Navigation
{
public:
    QList<Place> places;
    QStringList imports, errors, notices, hints;

    void open(const Place &place) override { places.append(place); }
    void startImport(const QString &file) override { imports.append(file); }
    void showError(const Error &error) override { errors.append(errorText(error)); }
    void notify(Tone, const QString &text) override { notices.append(text); }
    void hint(const QString &text) override { hints.append(text); }
};

} // namespace dimsum
