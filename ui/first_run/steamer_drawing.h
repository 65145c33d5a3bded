// The two-storey bamboo steamer of the first run: strokes in bamboo ink, drawn by the theme at every scale.
#pragma once

#include <QWidget>

namespace dimsum {

class SteamerDrawing : public QWidget
{
    Q_OBJECT

public:
    explicit SteamerDrawing(QWidget *parent = nullptr);

    QSize sizeHint() const override { return {252, 196}; }
    QSize minimumSizeHint() const override { return {126, 98}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace dimsum
