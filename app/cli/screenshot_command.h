// Renders a page of the window to a picture without a display. See its spec() for how it is called.
#pragma once

#include "app/cli/command.h"

#include <QStringList>

namespace dimsum::cli {

class ScreenshotCommand : public Command
{
public:
    CommandSpec spec() const override;
    Result<Reply> run(const Call &call, Console &console) override;
    bool drawsPictures() const override { return true; }
};

// Before the QApplication is made: the environment that Qt reads only then, with the scale that `words` ask for.
void preparePictures(const QStringList &words);

} // namespace dimsum::cli
