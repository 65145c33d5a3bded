// The double bamboo line under the tool bar, 3 px.
#pragma once

#include <QWidget>

namespace dimsum {

class SteamerBand : public QWidget
{
    Q_OBJECT
public:
    explicit SteamerBand(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace dimsum
