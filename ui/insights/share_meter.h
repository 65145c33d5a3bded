// One share as figure and bar, with what the articles say as a mark on it. GUI thread.
#pragma once

#include <QString>
#include <QWidget>

#include <optional>

namespace dimsum {

class ShareMeter : public QWidget
{
    Q_OBJECT

public:
    explicit ShareMeter(const QString &label, QWidget *parent = nullptr);

    // `share` 0..1, none where nothing tells it; `article` 0..1.
    void setShare(const std::optional<double> &share, double article);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_label;
    std::optional<double> m_share;
    double m_article = 0;
};

} // namespace dimsum
